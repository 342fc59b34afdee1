import { html } from 'hono/html';
import type { Sandbox } from '../../Sandbox.js';
import { table } from './elements.js';
import { SHOWN } from './renderDeliveries.js';

export const renderRequests = (sandbox: Sandbox) =>
  html`<section aria-labelledby="log">
    <h2 id="log">Requests</h2>
    ${table(
      'Requests to the REST API',
      ['Time', 'Request', 'Status', 'ms'],
      sandbox
        .log()
        .slice(-SHOWN)
        .toReversed()
        .map(
          ({ at, method, path, status, durationMs }) =>
            html`<tr>
              <td>${at.slice(11, 23)}</td>
              <td><code>${method} ${path}</code></td>
              <td>${status}</td>
              <td>${durationMs}</td>
            </tr>`,
        ),
    )}
  </section>`;
