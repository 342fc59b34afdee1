import { html } from 'hono/html';
import type { Overview } from '../buildOverview.js';
import { button } from './elements.js';

/** The clock of the rooms. */
export const renderClock = ({ now, frozen }: Overview) =>
  html`<section aria-labelledby="clock">
    <h2 id="clock">Clock</h2>
    <p><time datetime="${now}">${now}</time> (${frozen ? 'frozen' : 'running'})</p>
    ${frozen ? button('/clock', 'Let it run', { unfreeze: 'true' }) : button('/clock', 'Freeze', { freeze: 'true' })}
    ${button('/clock', 'Forward a minute', { advanceMinutes: '1' })}
    ${button('/clock', 'Forward an hour', { advanceMinutes: '60' })}
    <form method="post" action="/_sandbox/clock">
      <label>Minutes <input name="advanceMinutes" type="number" min="0" step="any" value="10" /></label>
      <button>Forward</button>
    </form>
  </section>`;
