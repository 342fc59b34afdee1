import { html } from './html.js';
import type { Html } from './html.js';

/** Fields a form sends without showing them. */
export const hidden = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);

/** One button that does one thing. `about` tells those who do not see where it stands what it is about. */
export const button = (path: string, text: string, fields: Readonly<Record<string, string>> = {}, about = '') =>
  html`<form class="inline" method="post" action="/_sandbox${path}">
    ${hidden(fields)}<button${about && html` aria-label="${text} ${about}"`}>${text}</button>
  </form>`;

/** The same for what takes more than texts. */
export const jsonButton = (path: string, text: string, body: unknown, about = '') =>
  button(path, text, { json: JSON.stringify(body) }, about);

export const options = (values: readonly string[], chosen = '') =>
  values.map((value) => html`<option${value === chosen && html` selected`}>${value}</option>`);

/** Choices whose text is not what is sent. */
export const namedOptions = (values: Readonly<Record<string, string>>, chosen = '') =>
  Object.entries(values).map(
    ([value, text]) => html`<option value="${value}" ${value === chosen && html` selected`}>${text}</option>`,
  );

export const table = (caption: string, heads: readonly string[], rows: readonly Html[]) =>
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
