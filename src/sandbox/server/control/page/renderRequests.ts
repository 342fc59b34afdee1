import { html } from 'hono/html';
import { timeOfDay } from './elements.js';
import type { Page } from './Page.js';

/** How many requests and deliveries the page shows. */
export const SHOWN = 30;

/** The last requests to the REST API. */
export function renderRequests({ sandbox }: Page) {
  const log = sandbox.log();
  const last = log.slice(-SHOWN).map((request, index) => ({ ...request, order: log.length - SHOWN + index }));
  return html`<p class="soft">The newest come first, at most ${SHOWN}. Times are UTC.</p>
    <ol class="rows" id="request-rows" data-live data-empty="No requests yet.">
      ${last.toReversed().map(
        ({ at, order, method, path, status, durationMs }) =>
          html`<li id="request-${at}-${order}">
            <span class="line"
              >${timeOfDay(at)} <code class="grow">${method} ${path}</code>
              <span class="pill ${status < 400 ? 'good' : 'bad'}">${status}</span>
              <span class="soft">${durationMs} ms</span></span
            >
          </li>`,
      )}
    </ol>`;
}
