import type { Sandbox } from '../../Sandbox.js';
import { button } from './elements.js';
import { html } from './html.js';

/** Recordings and transcriptions; those under way can be made to fail. */
export const renderRecordings = ({ world }: Sandbox) => {
  const { recordings, transcriptions } = world.state;
  const recorded = Object.values(recordings).filter(({ deletedAt }) => deletedAt === null);
  const transcribed = Object.values(transcriptions).filter(({ deletedAt }) => deletedAt === null);
  return html`<section aria-labelledby="captured">
    <h2 id="captured">Recordings and transcriptions</h2>
    ${!recorded.length && !transcribed.length && html`<p class="soft">None yet.</p>`}
    <ul class="people">
      ${recorded.map(
        ({ filename, endedAt, uploaded }) =>
          html`<li>
            <code>${filename}</code>
            <span class="soft">${uploaded ? 'ready' : endedAt === null ? 'recording' : 'uploading'}</span>
          </li>`,
      )}
      ${transcribed.map(
        ({ transcriptionId, filename, state, outcome }) =>
          html`<li>
            <code>${filename}</code>
            <span class="soft"
              >${state.replace('_', ' ')}${state === 'in_progress' && outcome.failed && ', will fail'}</span
            >
            ${state === 'in_progress' && button(`/transcriptions/${transcriptionId}/fail`, 'Let it fail', {}, filename)}
          </li>`,
      )}
    </ul>
  </section>`;
};
