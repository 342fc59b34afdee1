import type { Sandbox } from '../../Sandbox.js';
import { renderRecordings } from './renderRecordings.js';
import { renderDeliveries, SHOWN } from './renderDeliveries.js';
import { table } from './elements.js';
import { html } from './html.js';
import { renderMeeting } from './renderMeeting.js';
import { buildOverview } from '../buildOverview.js';
import { style } from './style.js';
import { renderAddresses, renderClock, renderFaults, renderNewMeeting } from './renderWorld.js';

const meetings = (sandbox: Sandbox, it: ReturnType<typeof buildOverview>) =>
  html`<section aria-labelledby="meetings">
    <h2 id="meetings">Meetings</h2>
    ${it.meetings.length ? '' : html`<p class="soft">None yet.</p>`} ${it.meetings.map(renderMeeting(sandbox))}
    ${renderNewMeeting()}
  </section>`;

const log = (sandbox: Sandbox) =>
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
          (one) =>
            html`<tr>
              <td>${one.at.slice(11, 23)}</td>
              <td><code>${one.method} ${one.path}</code></td>
              <td>${one.status}</td>
              <td>${one.durationMs}</td>
            </tr>`,
        ),
    )}
  </section>`;

const parts = {
  about: 'Addresses',
  clock: 'Clock',
  meetings: 'Meetings',
  captured: 'Recordings',
  webhooks: 'Webhooks',
  faults: 'Faults',
  log: 'Requests',
};

/** The page at the sandbox's root: all there is and a button for all that can be done. Works without scripts. */
export function renderControlPage(sandbox: Sandbox): string {
  const it = buildOverview(sandbox);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Sandbox</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <header>
          <h1>Sandbox</h1>
          <nav aria-label="Parts of this page">
            <ul>
              ${Object.entries(parts).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
              <li><a href="/">Refresh</a></li>
            </ul>
          </nav>
        </header>
        <main>
          ${renderAddresses(it)} ${renderClock(it)} ${meetings(sandbox, it)} ${renderRecordings(sandbox)}
          ${renderDeliveries(sandbox, it)} ${renderFaults(it)} ${log(sandbox)}
        </main>
      </body>
    </html>`.html;
}
