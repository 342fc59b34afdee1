import { html } from 'hono/html';
import type { Sandbox } from '../../Sandbox.js';
import type { Overview } from '../buildOverview.js';
import { namedOptions } from './elements.js';
import { renderMeeting } from './renderMeeting.js';

const renderNewMeeting = () =>
  html`<article>
    <h3>New meeting</h3>
    <form method="post" action="/_sandbox/meetings">
      <label>Room name <input name="roomName" pattern="[A-Za-z0-9_\\-]*" placeholder="generated" /></label>
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

export const renderMeetings = (sandbox: Sandbox, { meetings }: Overview) =>
  html`<section aria-labelledby="meetings">
    <h2 id="meetings">Meetings</h2>
    ${!meetings.length && html`<p class="soft">None yet.</p>`}
    ${meetings.map((meeting) => renderMeeting(sandbox, meeting))} ${renderNewMeeting()}
  </section>`;
