import { button, namedOptions } from './elements.js';
import { html } from './html.js';
import type { buildOverview } from '../buildOverview.js';

type Overview = ReturnType<typeof buildOverview>;

/** Where everything is, whose pages may send commands, and everything at once: seed, snapshot, reset. */
export const renderAddresses = (it: Overview) =>
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
    <form method="post" action="/_sandbox/allowed-domains">
      <label
        >Origins whose pages may send commands
        <input name="domains" value="${it.allowedDomains?.join(', ') ?? ''}" placeholder="all"
      /></label>
      <button>Allow</button>
    </form>
    <form method="post" action="/_sandbox/seed">
      <label
        >A seed or a snapshot, as JSON
        <textarea name="json" required rows="3" placeholder='{ "meetings": [{ "roomName": "demo" }] }'></textarea>
      </label>
      <button>Add the seed</button> <button formaction="/_sandbox/snapshot">Put the snapshot back</button>
      <a href="/_sandbox/snapshot" download="sandbox.json">Take a snapshot</a>
    </form>
    <form method="post" action="/_sandbox/reset"><button>Reset everything</button></form>
  </section>`;

/** The clock of the rooms. */
export const renderClock = (it: Overview) =>
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

/** What goes wrong with requests. */
export const renderFaults = (it: Overview) =>
  html`<section aria-labelledby="faults">
    <h2 id="faults">Faults</h2>
    <ul>
      ${it.faults.map(({ id: _id, ...fault }) => html`<li><code>${JSON.stringify(fault)}</code></li>`)}
    </ul>
    <form method="post" action="/_sandbox/faults">
      <label>Path begins with <input name="path" value="/v1/" /></label>
      <label
        >Method
        <select name="method">
          ${namedOptions({ '': 'any', GET: 'GET', POST: 'POST', PUT: 'PUT', DELETE: 'DELETE' })}
        </select></label
      >
      <label>Status <input name="status" type="number" min="200" max="599" value="500" /></label>
      <label
        >Connection
        <select name="drop">
          ${namedOptions({ '': 'stays', before: 'drops before anything is done', after: 'drops after it was done' })}
        </select></label
      >
      <label>Latency in ms <input name="latencyMs" type="number" min="0" value="0" /></label>
      <label>How often <input name="times" type="number" min="1" value="1" /></label>
      <button>Add the fault</button>
    </form>
    <p>${button('/faults/clear', 'All goes right again')} ${button('/drop-connections', 'Cut every room off')}</p>
  </section>`;

/** Meetings that are made here. */
export const renderNewMeeting = () =>
  html`<article>
    <h3>New meeting</h3>
    <form method="post" action="/_sandbox/meetings">
      <label>Room name <input name="roomName" pattern="[A-Za-z0-9_\\-]*" placeholder="made for you" /></label>
      <label
        >Mode
        <select name="roomMode">
          ${namedOptions({ group: 'group', normal: 'normal' })}
        </select></label
      >
      <label class="check"><input type="checkbox" name="isLocked" value="true" /> Locked</label>
      <button class="main">Create</button>
    </form>
  </article>`;
