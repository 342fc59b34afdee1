import { html } from 'hono/html';
import { copyable, copyButton } from './elements.js';
import type { Page } from './Page.js';

const renderKey = (key: string | null, name: string) =>
  key === null ? 'Printed when the sandbox started: other machines can open this page.' : copyable(key, name);

/** URLs, keys and allowed domains, and everything at once: seed, snapshot, reset. */
export function renderAddresses({ overview, forms }: Page) {
  const { apiUrl, apiKey, webhookSecret } = overview;
  const environment = `WHEREBY_API_URL=${apiUrl}\nWHEREBY_API_KEY=${apiKey}\nWHEREBY_WEBHOOK_SECRET=${webhookSecret}\n`;
  return html`<dl>
      <dt>REST API</dt>
      <dd>${copyable(apiUrl, 'the address of the REST API')}</dd>
      <dt>API key</dt>
      <dd>${renderKey(apiKey, 'the API key')}</dd>
      <dt>Restricted API key, which may not create</dt>
      <dd>${renderKey(overview.restrictedApiKey, 'the restricted API key')}</dd>
      <dt>Rooms</dt>
      <dd>${copyable(overview.roomOrigin, 'the address of the rooms')}</dd>
      <dt>Webhook secret</dt>
      <dd>${renderKey(webhookSecret, 'the webhook secret')}</dd>
    </dl>
    ${apiKey !== null && html`<p>${copyButton(environment, 'the variables for your app’s .env', 'Copy as .env')}</p>`}
    <div class="groups">
      <div>
        <h3>Who may send commands</h3>
        ${forms.form({
          path: '/allowed-domains',
          fields: [
            {
              name: 'domains',
              label: 'Origins of pages, with commas between them',
              value: overview.allowedDomains?.join(', ') ?? '',
              attributes: { placeholder: 'all' },
            },
          ],
          text: 'Allow',
        })}
      </div>
      <div>
        <h3>Start with a seed</h3>
        ${forms.form({
          path: '/seed',
          fields: [
            {
              name: 'json',
              label: 'Meetings and people, as JSON',
              type: 'area',
              attributes: { required: true, placeholder: '{ "meetings": [{ "roomName": "demo" }] }' },
            },
          ],
          text: 'Add the seed',
        })}
      </div>
      <div>
        <h3>Keep and restore</h3>
        <p><a href="/_sandbox/snapshot" download="sandbox.json">Take a snapshot</a></p>
        ${forms.form({
          path: '/snapshot',
          question: 'Everything that is in the sandbox now is replaced by the snapshot.',
          fields: [{ name: 'json', label: 'A snapshot, as JSON', type: 'area', attributes: { required: true } }],
          text: 'Restore the snapshot',
        })}
        ${forms.form({
          path: '/reset',
          question: 'All meetings, people, recordings, faults and deliveries are deleted. Only the seed comes back.',
          text: 'Reset everything',
        })}
      </div>
    </div>`;
}
