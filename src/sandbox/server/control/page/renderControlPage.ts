import { html, raw } from 'hono/html';
import type { Sandbox } from '../../Sandbox.js';
import { buildOverview } from '../buildOverview.js';
import { createForms } from './createForms.js';
import type { FormFailure } from './createForms.js';
import type { Html } from './elements.js';
import type { DeliveryFilter, Page } from './Page.js';
import { renderAddresses } from './renderAddresses.js';
import { renderClock } from './renderClock.js';
import { renderDeliveries } from './renderDeliveries.js';
import { renderFaults } from './renderFaults.js';
import { renderMeetings } from './renderMeetings.js';
import { renderRecordings } from './renderRecordings.js';
import { renderRequests } from './renderRequests.js';
import { renderWebhooks } from './renderWebhooks.js';
import { script } from './script.js';
import { style } from './style.js';

interface Section {
  /** In the navigation. */
  readonly name: string;
  readonly title?: string;
  readonly render: (page: Page) => Html;
}

/** The sections of the page by their id. */
const sections = {
  about: { name: 'Addresses', render: renderAddresses },
  clock: { name: 'Clock', render: renderClock },
  meetings: { name: 'Meetings', render: renderMeetings },
  captured: { name: 'Recordings', title: 'Recordings and transcriptions', render: renderRecordings },
  webhooks: { name: 'Webhooks', render: renderWebhooks },
  deliveries: { name: 'Deliveries', render: renderDeliveries },
  faults: { name: 'Faults', render: renderFaults },
  log: { name: 'Requests', title: 'Requests to the REST API', render: renderRequests },
} satisfies Record<string, Section>;

export type SectionId = keyof typeof sections;

interface ControlPageOptions {
  readonly sandbox: Sandbox;
  readonly filter?: DeliveryFilter;
  /** A form that was refused, and the section that it belongs to. */
  readonly failure?: FormFailure & { readonly section: SectionId };
}

/** The page at the sandbox's root: everything there is, and a button for everything that can be done. Works without scripts. */
export function renderControlPage({ sandbox, filter = {}, failure }: ControlPageOptions) {
  const forms = createForms(failure);
  const page: Page = { sandbox, overview: buildOverview(sandbox), forms, filter };
  const rendered = Object.entries<Section>(sections).map(([id, { name, title = name, render }]) => ({
    id,
    name,
    title,
    content: render(page),
  }));
  // The form of a person who has left, or of a room that was deleted, is not there any more.
  const lost = failure && !forms.hasShownFailure() ? failure : undefined;
  const problem = lost && html`<p class="problem" role="alert" tabindex="-1" autofocus>Not done: ${lost.problem}</p>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${failure && 'Refused: '}Sandbox</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header>
          <h1>Sandbox</h1>
          <nav aria-label="Sections of this page">
            <ul>
              ${rendered.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}
              <li><a href="/">Refresh</a></li>
            </ul>
          </nav>
        </header>
        <main>
          ${rendered.map(
            ({ id, title, content }) =>
              html`<section aria-labelledby="${id}">
                <h2 id="${id}">${title}</h2>
                ${lost?.section === id && problem} ${content}
              </section>`,
          )}
        </main>
        <p id="said" role="status" class="visually-hidden"></p>
        ${raw(`<script>${script}</script>`)}
      </body>
    </html>`;
}
