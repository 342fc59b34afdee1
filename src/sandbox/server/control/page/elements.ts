import { html } from 'hono/html';

/** Markup in which every value is escaped. */
export type Html = ReturnType<typeof html>;

/** Attributes of an element. `true` is one without a value; what is undefined or false is omitted. */
export const attributes = (given: Readonly<Record<string, string | number | boolean | undefined>>) =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? html` ${name}` : html` ${name}="${value}"`));

/** A value to copy. The button needs the page's script, so it is hidden without. */
export const copyButton = (value: string, name: string, text = 'Copy') =>
  html`<button type="button" class="small" data-copy="${value}" aria-label="${text} ${name}" hidden>${text}</button>`;

/** A value that one copies: an address or a key. */
export const copyable = (value: string, name: string) =>
  html`<span class="copyable"><code>${value}</code> ${copyButton(value, name)}</span>`;

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A point in time as people read it. All times of the page are UTC, as in the events. */
export const dateTime = (iso: string) =>
  html`<time datetime="${iso}">${day.format(new Date(iso))}, ${iso.slice(11, 19)}</time>`;

/** Only the time of day. */
export const timeOfDay = (iso: string) => html`<time datetime="${iso}">${iso.slice(11, 19)}</time>`;

/** How many there are, in words. */
export const count = (amount: number, one: string, many = `${one}s`) => `${amount} ${amount === 1 ? one : many}`;
