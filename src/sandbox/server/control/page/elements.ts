import { html } from 'hono/html';

/** Markup in which every value is escaped. */
export type Html = ReturnType<typeof html>;

/** Fields that a form sends without showing them. */
export const hiddenFields = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);

/** A button that does one thing. `about` completes its name for people who do not see what it stands next to. */
export const button = (path: string, text: string, fields: Readonly<Record<string, string>> = {}, about = '') =>
  html`<form class="inline" method="post" action="/_sandbox${path}">
    ${hiddenFields(fields)}<button${about && html` aria-label="${text} ${about}"`}>${text}</button>
  </form>`;

/** A button that sends more than texts. */
export const jsonButton = (path: string, text: string, body: unknown, about = '') =>
  button(path, text, { json: JSON.stringify(body) }, about);

export const options = (values: readonly string[], selected = '') =>
  values.map((value) => html`<option${value === selected && html` selected`}>${value}</option>`);

/** Options that show another text than they send. */
export const namedOptions = (values: Readonly<Record<string, string>>, selected = '') =>
  Object.entries(values).map(
    ([value, text]) => html`<option value="${value}" ${value === selected && html` selected`}>${text}</option>`,
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
