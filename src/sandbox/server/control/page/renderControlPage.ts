import { html, raw } from 'hono/html';
import type { Sandbox } from '../../Sandbox.js';
import { buildOverview } from '../buildOverview.js';
import { renderAddresses } from './renderAddresses.js';
import { renderClock } from './renderClock.js';
import { renderDeliveries } from './renderDeliveries.js';
import { renderFaults } from './renderFaults.js';
import { renderMeetings } from './renderMeetings.js';
import { renderRecordings } from './renderRecordings.js';
import { renderRequests } from './renderRequests.js';
import { style } from './style.js';

/** The sections of the page by their id, as the navigation names them. */
const sections = {
  about: 'Addresses',
  clock: 'Clock',
  meetings: 'Meetings',
  captured: 'Recordings',
  webhooks: 'Webhooks',
  faults: 'Faults',
  log: 'Requests',
};

export type SectionId = keyof typeof sections;

/** The page at the sandbox's root: everything there is, and a button for everything that can be done. Works without scripts. */
export function renderControlPage(sandbox: Sandbox) {
  const overview = buildOverview(sandbox);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Sandbox</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header>
          <h1>Sandbox</h1>
          <nav aria-label="Sections of this page">
            <ul>
              ${Object.entries(sections).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
              <li><a href="/">Refresh</a></li>
            </ul>
          </nav>
        </header>
        <main>
          ${renderAddresses(overview)} ${renderClock(overview)} ${renderMeetings(sandbox, overview)}
          ${renderRecordings(sandbox)} ${renderDeliveries(sandbox, overview)} ${renderFaults(overview)}
          ${renderRequests(sandbox)}
        </main>
      </body>
    </html>`;
}
