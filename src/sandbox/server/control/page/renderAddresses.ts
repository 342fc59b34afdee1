import { html } from 'hono/html';
import type { Overview } from '../buildOverview.js';

const renderKey = (key: string | null) =>
  key === null ? 'Printed when the sandbox started: other machines can open this page.' : html`<code>${key}</code>`;

/** URLs, keys and allowed domains, and everything at once: seed, snapshot, reset. */
export const renderAddresses = (overview: Overview) =>
  html`<section aria-labelledby="about">
    <h2 id="about">Addresses</h2>
    <dl>
      <dt>REST API</dt>
      <dd><code>${overview.apiUrl}</code></dd>
      <dt>API key</dt>
      <dd>${renderKey(overview.apiKey)}</dd>
      <dt>Restricted API key, which may not create</dt>
      <dd>${renderKey(overview.restrictedApiKey)}</dd>
      <dt>Rooms</dt>
      <dd><code>${overview.roomOrigin}</code></dd>
      <dt>Webhook secret</dt>
      <dd>${renderKey(overview.webhookSecret)}</dd>
    </dl>
    <form method="post" action="/_sandbox/allowed-domains">
      <label
        >Origins whose pages may send commands
        <input name="domains" value="${overview.allowedDomains?.join(', ') ?? ''}" placeholder="all"
      /></label>
      <button>Allow</button>
    </form>
    <form method="post" action="/_sandbox/seed">
      <label
        >A seed or a snapshot, as JSON
        <textarea name="json" required rows="3" placeholder='{ "meetings": [{ "roomName": "demo" }] }'></textarea>
      </label>
      <button>Add the seed</button> <button formaction="/_sandbox/snapshot">Restore the snapshot</button>
      <a href="/_sandbox/snapshot" download="sandbox.json">Take a snapshot</a>
    </form>
    <form method="post" action="/_sandbox/reset"><button>Reset everything</button></form>
  </section>`;
