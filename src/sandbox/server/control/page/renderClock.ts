import { html } from 'hono/html';
import { dateTime } from './elements.js';
import type { Page } from './Page.js';

/** The clock of the rooms. */
export const renderClock = ({ overview: { now, frozen }, forms }: Page) =>
  html`<p id="now" data-live>
      <span id="now-text"
        >${dateTime(now)} UTC
        <span class="pill ${frozen ? 'warn' : 'good'}">${frozen ? 'frozen' : 'running'}</span></span
      >
    </p>
    <div class="deeds">
      ${
        frozen
          ? forms.button('/clock', 'Let it run', { unfreeze: 'true' })
          : forms.button('/clock', 'Freeze', { freeze: 'true' })
      }
      ${forms.button('/clock', 'Forward a minute', { advanceMinutes: '1' })}
      ${forms.button('/clock', 'Forward an hour', { advanceMinutes: '60' })}
    </div>
    ${forms.form({
      path: '/clock',
      fields: [
        {
          name: 'advanceMinutes',
          label: 'Minutes',
          type: 'number',
          value: 10,
          attributes: { min: 0, step: 'any', required: true },
        },
      ],
      text: 'Forward',
    })}`;
