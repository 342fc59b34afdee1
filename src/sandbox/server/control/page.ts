import type { Sandbox } from '../sandbox.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { eventTypes, roles } from './input.js';
import { overview } from './overview.js';
import { style } from './style.js';

type Overview = ReturnType<typeof overview>;
type Meeting = Overview['meetings'][number];

/** How many lines of deliveries and requests the page shows. */
const SHOWN = 30;

const hidden = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);

/** One button that does one thing. `about` tells those who do not see where it stands what it is about. */
const button = (path: string, text: string, fields: Readonly<Record<string, string>> = {}, about = '') =>
  html`<form class="inline" method="post" action="/_sandbox${path}">
    ${hidden(fields)}<button${about && html` aria-label="${text} ${about}"`}>${text}</button>
  </form>`;

const options = (values: readonly string[], chosen = '') =>
  values.map((value) => html`<option${value === chosen && html` selected`}>${value}</option>`);

const about = (it: Overview) =>
  html`<section aria-labelledby="about">
    <h2 id="about">Addresses</h2>
    <dl>
      <dt>REST API</dt>
      <dd><code>${it.apiUrl}</code></dd>
      <dt>API key</dt>
      <dd><code>${it.apiKey}</code></dd>
      <dt>API key that may not create</dt>
      <dd><code>${it.restrictedApiKey}</code></dd>
      <dt>Rooms</dt>
      <dd><code>${it.roomOrigin}</code></dd>
      <dt>Webhook secret</dt>
      <dd><code>${it.webhookSecret}</code></dd>
    </dl>
    <form method="post" action="/_sandbox/reset"><button>Reset everything</button></form>
  </section>`;

const clock = (it: Overview) =>
  html`<section aria-labelledby="clock">
    <h2 id="clock">Clock</h2>
    <p><time datetime="${it.now}">${it.now}</time> (${it.frozen ? 'frozen' : 'running'})</p>
    ${it.frozen ? button('/clock', 'Let it run', { unfreeze: 'true' }) : button('/clock', 'Freeze', { freeze: 'true' })}
    ${button('/clock', 'A minute on', { advanceMinutes: '1' })}
    ${button('/clock', 'An hour on', { advanceMinutes: '60' })}
    <form method="post" action="/_sandbox/clock">
      <label>Minutes <input name="advanceMinutes" type="number" min="0" step="any" value="10" /></label>
      <button>Move on</button>
    </form>
  </section>`;

const capture = (meeting: Meeting, name: 'recording' | 'streaming' | 'transcription', path: string) => {
  const isOn = meeting[name] !== 'stopped';
  const label = `${isOn ? 'Stop' : 'Start'} ${name}`;
  return button(`${path}/capture`, label, { [name]: String(!isOn) }, `in ${meeting.roomName}`);
};

const people = (meeting: Meeting, path: string) =>
  html`<ul class="people">
    ${meeting.people.map(
      (one) =>
        html`<li>
          <span
            >${one.displayName || 'No name'}
            <span class="soft">${one.role}${one.simulated && ', simulated'}</span></span
          >
          ${button(`/people/${encodeURIComponent(one.participantId)}/leave`, 'Leave', {}, `as ${one.displayName} from ${meeting.roomName}`)}
        </li>`,
    )}
    ${meeting.knocking.map(
      (one) =>
        html`<li>
          <span>${one.displayName || 'No name'} <span class="soft">knocks</span></span>
          ${(['admit', 'reject'] as const).map((answer) =>
            button(
              `${path}/knocks/${one.knockId}`,
              answer === 'admit' ? 'Let in' : 'Turn down',
              { answer },
              `${one.displayName} at ${meeting.roomName}`,
            ),
          )}
        </li>`,
    )}
  </ul>`;

const meetingPart = (sandbox: Sandbox) => (meeting: Meeting) => {
  const path = `/rooms/${encodeURIComponent(meeting.roomName.slice(1))}`;
  const link = (role: 'host' | 'visitor' | 'viewer') =>
    html`<a
      href="${sandbox.roomUrl(meeting.roomName, role)}"
      target="_blank"
      rel="noopener"
      aria-label="Enter ${meeting.roomName} as ${role}"
      >${role}</a
    > `;
  return html`<article>
    <h3>${meeting.roomName}</h3>
    <p class="soft">
      ${meeting.roomMode}, ${meeting.locked ? 'locked' : 'open'},
      ${meeting.roomSessionId ? 'session running' : 'no session'}, until ${meeting.endDate}
    </p>
    <p class="soft">Enter as ${(['host', 'visitor', 'viewer'] as const).map(link)}</p>
    ${people(meeting, path)}
    <form method="post" action="/_sandbox${path}/people">
      <label>Name <input name="displayName" value="Guest" /></label>
      <label
        >Role
        <select name="role">
          ${options(roles, 'visitor')}
        </select></label
      >
      <button aria-label="Add a person to ${meeting.roomName}">Add a person</button>
    </form>
    <p>
      ${capture(meeting, 'recording', path)} ${capture(meeting, 'streaming', path)}
      ${capture(meeting, 'transcription', path)} ${button(`${path}/delete`, 'Delete', {}, meeting.roomName)}
    </p>
  </article>`;
};

const meetings = (sandbox: Sandbox, it: Overview) =>
  html`<section aria-labelledby="meetings">
    <h2 id="meetings">Meetings</h2>
    ${it.meetings.length ? '' : html`<p class="soft">None yet.</p>`} ${it.meetings.map(meetingPart(sandbox))}
    <article>
      <h3>New meeting</h3>
      <form method="post" action="/_sandbox/meetings">
        <label>Room name <input name="roomName" pattern="[A-Za-z0-9_\\-]*" placeholder="made for you" /></label>
        <label
          >Mode
          <select name="roomMode">
            ${options(['normal', 'group'], 'group')}
          </select></label
        >
        <label class="check"><input type="checkbox" name="isLocked" value="true" /> Locked</label>
        <button class="main">Create</button>
      </form>
    </article>
  </section>`;

const table = (caption: string, heads: readonly string[], rows: readonly Html[]) =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${rows.length ? `The last ${rows.length}, newest first` : 'None yet'}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

const deliveries = (sandbox: Sandbox, it: Overview) =>
  html`<section aria-labelledby="webhooks">
    <h2 id="webhooks">Webhooks</h2>
    <ul class="people">
      ${it.endpoints.map(
        ({ id, url }) => html`<li><code>${url}</code> ${button(`/webhooks/${id}/remove`, 'Remove', {}, url)}</li>`,
      )}
    </ul>
    <form method="post" action="/_sandbox/webhooks">
      <label>Address <input name="url" type="url" required placeholder="http://localhost:3000/webhooks" /></label>
      <button>Send events there</button>
    </form>
    <form method="post" action="/_sandbox/events">
      <label
        >Event
        <select name="type">
          ${options(eventTypes)}
        </select></label
      >
      <label>Room name <input name="roomName" value="${it.meetings[0]?.roomName ?? '/demo'}" /></label>
      <button>Send it</button>
    </form>
    <form method="post" action="/_sandbox/deliveries/next">
      <label>Lose the next <input name="times" type="number" min="1" value="1" /></label>
      ${hidden({ lose: 'true' })}<button>Lose</button>
    </form>
    <form method="post" action="/_sandbox/deliveries/next">
      <label>Send the next so often more <input name="duplicate" type="number" min="1" value="1" /></label>
      <button>Duplicate</button>
    </form>
    <p>
      ${button('/deliveries/hold', 'Hold back')} ${button('/deliveries/release', 'Release', { order: 'same' })}
      ${button('/deliveries/release', 'Release in reverse', { order: 'reverse' })}
    </p>
    ${table(
      'Deliveries',
      ['Event', 'State', 'Attempts', 'Address', 'Again'],
      sandbox.webhooks
        .list()
        .slice(-SHOWN)
        .toReversed()
        .map(
          ({ id, event, state, attempts, url }) =>
            html`<tr>
              <td><code>${event.type}</code></td>
              <td class="${state}">${state}</td>
              <td>${attempts.map((one) => one.status ?? one.error).join(', ')}</td>
              <td><code>${url}</code></td>
              <td>${button(`/deliveries/${id}/resend`, 'Resend', {}, `${event.type} of ${event.createdAt}`)}</td>
            </tr>`,
        ),
    )}
  </section>`;

const faults = (it: Overview) =>
  html`<section aria-labelledby="faults">
    <h2 id="faults">Faults</h2>
    <ul>
      ${it.faults.map(({ id: _id, ...fault }) => html`<li><code>${JSON.stringify(fault)}</code></li>`)}
    </ul>
    <form method="post" action="/_sandbox/faults">
      <label>Path begins with <input name="path" value="/v1/" /></label>
      <label>Status <input name="status" type="number" min="200" max="599" value="500" /></label>
      <label>Latency in ms <input name="latencyMs" type="number" min="0" value="0" /></label>
      <label>How often <input name="times" type="number" min="1" value="1" /></label>
      <button>Add the fault</button>
    </form>
    <p>${button('/faults/clear', 'All goes right again')} ${button('/drop-connections', 'Cut every room off')}</p>
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

/** The page at the sandbox's root: all there is and a button for all that can be done. Works without scripts. */
export function controlPage(sandbox: Sandbox): string {
  const it = overview(sandbox);
  const parts = ['about', 'clock', 'meetings', 'webhooks', 'faults', 'log'];
  const names = ['Addresses', 'Clock', 'Meetings', 'Webhooks', 'Faults', 'Requests'];
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
              ${parts.map((id, index) => html`<li><a href="#${id}">${names[index]}</a></li>`)}
              <li><a href="/">Refresh</a></li>
            </ul>
          </nav>
        </header>
        <main>
          ${about(it)} ${clock(it)} ${meetings(sandbox, it)} ${deliveries(sandbox, it)} ${faults(it)} ${log(sandbox)}
        </main>
      </body>
    </html>`.html;
}
