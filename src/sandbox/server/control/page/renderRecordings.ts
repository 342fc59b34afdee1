import { html } from 'hono/html';
import type { Sandbox } from '../../Sandbox.js';
import { button } from './elements.js';

/** Recordings and transcriptions. Those in progress can be made to fail. */
export const renderRecordings = ({ world }: Sandbox) => {
  const recordings = Object.values(world.state.recordings).filter(({ deletedAt }) => deletedAt === null);
  const transcriptions = Object.values(world.state.transcriptions).filter(({ deletedAt }) => deletedAt === null);
  return html`<section aria-labelledby="captured">
    <h2 id="captured">Recordings and transcriptions</h2>
    ${!recordings.length && !transcriptions.length && html`<p class="soft">None yet.</p>`}
    <ul class="people">
      ${recordings.map(
        ({ filename, endedAt, uploaded }) =>
          html`<li>
            <code>${filename}</code>
            <span class="soft">${uploaded ? 'ready' : endedAt === null ? 'recording' : 'uploading'}</span>
          </li>`,
      )}
      ${transcriptions.map(
        ({ transcriptionId, filename, state, outcome }) =>
          html`<li>
            <code>${filename}</code>
            <span class="soft"
              >${state.replace('_', ' ')}${state === 'in_progress' && outcome.failed && ', will fail'}</span
            >
            ${state === 'in_progress' && button(`/transcriptions/${transcriptionId}/fail`, 'Make it fail', {}, filename)}
          </li>`,
      )}
    </ul>
  </section>`;
};
