// Made by `npm run generate` from docs/. Do not edit.
export interface Page {
  readonly path: string;
  readonly title: string;
  /** The page's id in Storybook: `?path=/docs/<id>`. */
  readonly id: string;
}

export const pages: readonly Page[] = [
  {
    "path": "quick-start.md",
    "title": "Guides/Quick start",
    "id": "guides-quick-start--docs"
  },
  {
    "path": "room-urls.md",
    "title": "Guides/Room URLs and values, as people give them",
    "id": "guides-room-urls-and-values-as-people-give-them--docs"
  },
  {
    "path": "per-participant-urls.md",
    "title": "Guides/One room URL per participant",
    "id": "guides-one-room-url-per-participant--docs"
  },
  {
    "path": "backend.md",
    "title": "Guides/Your backend",
    "id": "guides-your-backend--docs"
  },
  {
    "path": "hooks.md",
    "title": "Guides/The hooks",
    "id": "guides-the-hooks--docs"
  },
  {
    "path": "nextjs.md",
    "title": "Guides/Next.js",
    "id": "guides-next-js--docs"
  },
  {
    "path": "controls.md",
    "title": "Guides/The meeting's state, and your own controls",
    "id": "guides-the-meeting-s-state-and-your-own-controls--docs"
  },
  {
    "path": "persistent-call.md",
    "title": "Guides/A call that goes on from page to page",
    "id": "guides-a-call-that-goes-on-from-page-to-page--docs"
  },
  {
    "path": "attendance.md",
    "title": "Guides/Attendance",
    "id": "guides-attendance--docs"
  },
  {
    "path": "configuration.md",
    "title": "Guides/Configuration",
    "id": "guides-configuration--docs"
  },
  {
    "path": "migrating.md",
    "title": "Guides/Migrating",
    "id": "guides-migrating--docs"
  },
  {
    "path": "mobile-and-webviews.md",
    "title": "Guides/Mobile and WebViews",
    "id": "guides-mobile-and-webviews--docs"
  },
  {
    "path": "monorepos.md",
    "title": "Guides/Monorepos",
    "id": "guides-monorepos--docs"
  },
  {
    "path": "panels.md",
    "title": "Guides/Loading, problems, consent, and the end",
    "id": "guides-loading-problems-consent-and-the-end--docs"
  },
  {
    "path": "react-router.md",
    "title": "Guides/React Router",
    "id": "guides-react-router--docs"
  },
  {
    "path": "recipes.md",
    "title": "Guides/Recipes",
    "id": "guides-recipes--docs"
  },
  {
    "path": "reference/commands.md",
    "title": "Reference/Commands",
    "id": "reference-commands--docs"
  },
  {
    "path": "reference/events.md",
    "title": "Reference/Events",
    "id": "reference-events--docs"
  },
  {
    "path": "reference/exports-sandbox.md",
    "title": "Reference/Exports of react-whereby-embed/sandbox",
    "id": "reference-exports-of-react-whereby-embed-sandbox--docs"
  },
  {
    "path": "reference/exports-server-kysely.md",
    "title": "Reference/Exports of react-whereby-embed/server/kysely",
    "id": "reference-exports-of-react-whereby-embed-server-kysely--docs"
  },
  {
    "path": "reference/exports-server-redis.md",
    "title": "Reference/Exports of react-whereby-embed/server/redis",
    "id": "reference-exports-of-react-whereby-embed-server-redis--docs"
  },
  {
    "path": "reference/exports-server.md",
    "title": "Reference/Exports of react-whereby-embed/server",
    "id": "reference-exports-of-react-whereby-embed-server--docs"
  },
  {
    "path": "reference/exports-testing.md",
    "title": "Reference/Exports of react-whereby-embed/testing",
    "id": "reference-exports-of-react-whereby-embed-testing--docs"
  },
  {
    "path": "reference/exports-url.md",
    "title": "Reference/Exports of react-whereby-embed/url",
    "id": "reference-exports-of-react-whereby-embed-url--docs"
  },
  {
    "path": "reference/exports.md",
    "title": "Reference/Exports of react-whereby-embed",
    "id": "reference-exports-of-react-whereby-embed--docs"
  },
  {
    "path": "reference/props.md",
    "title": "Reference/Props",
    "id": "reference-props--docs"
  },
  {
    "path": "rest-client.md",
    "title": "Guides/The REST client",
    "id": "guides-the-rest-client--docs"
  },
  {
    "path": "sandbox.md",
    "title": "Guides/The sandbox",
    "id": "guides-the-sandbox--docs"
  },
  {
    "path": "security-and-csp.md",
    "title": "Guides/Security and CSP",
    "id": "guides-security-and-csp--docs"
  },
  {
    "path": "sveltekit.md",
    "title": "Guides/SvelteKit",
    "id": "guides-sveltekit--docs"
  },
  {
    "path": "testing.md",
    "title": "Guides/Testing an app that has meetings",
    "id": "guides-testing-an-app-that-has-meetings--docs"
  },
  {
    "path": "threat-model.md",
    "title": "Guides/Threat model",
    "id": "guides-threat-model--docs"
  },
  {
    "path": "troubleshooting.md",
    "title": "Guides/Troubleshooting",
    "id": "guides-troubleshooting--docs"
  },
  {
    "path": "typescript.md",
    "title": "Guides/TypeScript and CommonJS",
    "id": "guides-typescript-and-commonjs--docs"
  },
  {
    "path": "vite-and-express.md",
    "title": "Guides/Vite and Express",
    "id": "guides-vite-and-express--docs"
  },
  {
    "path": "webhooks.md",
    "title": "Guides/Webhooks",
    "id": "guides-webhooks--docs"
  }
];
