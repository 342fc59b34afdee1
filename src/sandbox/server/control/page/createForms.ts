import { html } from 'hono/html';
import { attributes } from './elements.js';
import type { Html } from './elements.js';

/** What a form has sent: its fields by name. */
export type FormInput = Readonly<Record<string, string>>;

/** A form that was refused, to be shown again with what was typed into it. */
export interface FormFailure {
  /** Where it was sent, below `/_sandbox`. */
  readonly path: string;
  readonly input: FormInput;
  /** What was wrong, as a sentence. */
  readonly problem: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  /** `area` is a text of several lines, `flag` a checkbox. Defaults to `text`, or to a choice if there are options. */
  readonly type?: 'text' | 'number' | 'url' | 'area' | 'flag';
  readonly value?: string | number;
  /** The texts of a choice, by the value that each sends. */
  readonly options?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

export interface FormOptions {
  readonly path: string;
  /** What is sent without being shown. */
  readonly hidden?: FormInput;
  readonly fields?: readonly Field[];
  readonly text: string;
  /** Completes the button's name for people who do not see what it stands next to. */
  readonly about?: string;
  readonly look?: 'main' | 'danger' | 'small';
  /** Asked before it is sent: for what cannot be undone. */
  readonly question?: string;
  /** More buttons, which send the same fields to another path. */
  readonly others?: readonly { readonly path: string; readonly text: string; readonly about?: string }[];
}

export type Forms = ReturnType<typeof createForms>;

const hiddenFields = (fields: FormInput) =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);

/** Another value than those to choose from is added to them: it was sent, or set over HTTP. */
const renderOptions = (options: Readonly<Record<string, string>>, selected: string) =>
  Object.entries({ ...options, ...(!Object.hasOwn(options, selected) && selected && { [selected]: selected }) }).map(
    ([value, text]) => html`<option${attributes({ value, selected: value === selected })}>${text}</option>`,
  );

function renderField({ name, label, type = 'text', options, ...field }: Field, given: string | undefined, marks: Html) {
  const value = given ?? String(field.value ?? '');
  const more = html`${attributes(field.attributes ?? {})}${marks}`;
  if (type === 'flag')
    return html`<label class="check">
      <input${attributes({ type: 'checkbox', name, value: 'true', checked: value === 'true' })}${more} /> ${label}
    </label>`;
  if (options)
    return html`<label
      >${label}
      <select name="${name}" ${more}>
        ${renderOptions(options, value)}
      </select></label
    >`;
  if (type === 'area')
    return html`<label class="wide"
      >${label} <textarea name="${name}" rows="4" ${more}>${'\n'}${value}</textarea>
    </label>`;
  return html`<label>${label} <input${attributes({ name, type, value })}${more} /></label>`;
}

/**
 * Renders the page's forms. The one that `failure` came from is rendered with the problem above it, and with the values
 * that it sent. It is found by its path and its fields, so that no form needs a name.
 */
export function createForms(failure?: FormFailure) {
  let shown = false;
  let asked = 0;

  const isFailed = (paths: readonly string[], hidden: FormInput, fields: readonly Field[]): boolean => {
    if (!failure || shown || !paths.includes(failure.path)) return false;
    const names = [...Object.keys(hidden), ...fields.map(({ name }) => name)];
    return (
      Object.entries(hidden).every(([name, value]) => failure.input[name] === value) &&
      Object.keys(failure.input).every((name) => names.includes(name))
    );
  };

  /** A button that opens the question, which has the button that sends the form. It works without scripts. */
  const renderQuestion = (question: string, name: string, text: string, submit: Html, marks: Html) => {
    asked += 1;
    const id = `ask-${asked}`;
    return html`<button${attributes({ type: 'button', class: 'danger', popovertarget: id, 'aria-label': `${name}…` })}${marks}>${text}…</button>
      <div${attributes({ id, popover: true, role: 'alertdialog', 'aria-label': name })}>
        <p>${question}</p>
        <div class="deeds">
          ${submit}
          <button${attributes({ type: 'button', popovertarget: id, popovertargetaction: 'hide', autofocus: true })}>Cancel</button>
        </div>
      </div>`;
  };

  const form = ({ path, hidden = {}, fields = [], text, about, question, others = [], ...options }: FormOptions) => {
    const look = question === undefined ? options.look : 'danger';
    const failed = isFailed([path, ...others.map((other) => other.path)], hidden, fields) ? failure : undefined;
    if (failed) shown = true;
    const wrong = failed && (fields.find(({ name }) => failed.problem.startsWith(`${name} `)) ?? fields[0])?.name;
    // `autofocus` brings the form into view without a script.
    const marks = (name?: string) =>
      failed && name === wrong
        ? html`${attributes({ autofocus: true, 'aria-invalid': name !== undefined && 'true', 'aria-describedby': 'problem' })}`
        : html``;
    const name = (label: string, detail?: string) => attributes({ 'aria-label': detail && `${label} ${detail}` });
    const submit = html`<button${attributes({ class: look })}${name(text, about)}${fields.length || question ? html`` : marks()}>${text}</button>`;
    return html`<form${attributes({ method: 'post', action: `/_sandbox${path}`, class: fields.length === 0 && 'inline' })}>
      ${failed && html`<p class="problem" role="alert" id="problem">Not done: ${failed.problem}</p>`} ${hiddenFields(hidden)}
      ${fields.map((field) => renderField(field, failed?.input[field.name], marks(field.name)))}
      ${question === undefined ? submit : renderQuestion(question, `${text} ${about ?? ''}`.trim(), text, submit, fields.length ? html`` : marks())}
      ${others.map(
        (other) =>
          html`<button formaction="/_sandbox${other.path}" ${name(other.text, other.about)}>${other.text}</button>`,
      )}
    </form>`;
  };

  return {
    form,

    /** A button that does one thing. */
    button: (path: string, text: string, hidden: FormInput = {}, about?: string) =>
      form({ path, text, hidden, ...(about !== undefined && { about }) }),

    /** A button that sends more than texts. */
    jsonButton: (path: string, text: string, body: unknown, about: string) =>
      form({ path, text, about, hidden: { json: JSON.stringify(body) } }),

    /** Whether the failure was shown at its form. Not if the form is no longer on the page. */
    hasShownFailure: () => shown,
  };
}
