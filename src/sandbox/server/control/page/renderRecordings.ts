import { html } from 'hono/html';
import type { Page } from './Page.js';

/** Recordings and transcriptions. Those in progress can be made to fail. */
export function renderRecordings({ sandbox: { world }, forms }: Page) {
  const recordings = Object.values(world.state.recordings).filter(({ deletedAt }) => deletedAt === null);
  const transcriptions = Object.values(world.state.transcriptions).filter(({ deletedAt }) => deletedAt === null);
  if (!recordings.length && !transcriptions.length)
    return html`<p class="soft">None yet. Start one in a meeting, or with a button of a meeting above.</p>`;
  return html`<ul class="people">
    ${recordings.map(
      ({ filename, endedAt, uploaded }) =>
        html`<li>
          <code>${filename}</code>
          <span class="pill ${uploaded ? 'good' : 'warn'}"
            >${uploaded ? 'ready' : endedAt === null ? 'recording' : 'uploading'}</span
          >
        </li>`,
    )}
    ${transcriptions.map(
      ({ transcriptionId, filename, state, outcome }) =>
        html`<li>
          <code>${filename}</code>
          <span class="pill"
            >${state.replace('_', ' ')}${state === 'in_progress' && outcome.failed && ', will fail'}</span
          >
          ${
            state === 'in_progress' &&
            forms.button(`/transcriptions/${transcriptionId}/fail`, 'Make it fail', {}, filename)
          }
        </li>`,
    )}
  </ul>`;
}
