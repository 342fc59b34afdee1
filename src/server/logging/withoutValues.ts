import { createScrub, hidden } from './createScrub.js';
import type { Scrub } from './createScrub.js';
import { listTexts } from './listTexts.js';

export interface WithoutValuesOptions {
  /**
   * Whose error it is. A driver's is always copied, without what its message quotes: there, quotation marks hold values.
   * In an app's they hold the names that its developer looks for, and one in which there is nothing to hide is returned
   * as it is.
   */
  readonly source: 'driver' | 'app';
}

/**
 * An error as it may be logged. Errors carry whole commands, rows and requests, and some messages repeat values; those of a
 * webhook are people's names and signed metadata. What is returned has the name, the lines of code, the message without
 * `values`, without secrets and addresses that hold some, and of the fields those that are a word or a number, such as
 * codes. The same holds for its causes.
 */
export function withoutValues(error: unknown, values: unknown, { source }: WithoutValuesOptions): unknown {
  const scrubValues = createScrub(listTexts(values));
  const scrub: Scrub = (text) => {
    const scrubbed = scrubValues(text).replace(addressWithSecrets, hidden);
    return source === 'driver' ? scrubbed.replace(quoted, '…').slice(0, 300) : scrubbed;
  };
  const canPass = (original: unknown): original is Error => source === 'app' && original instanceof Error;
  return describe(error, { scrub, canPass }, 0);
}

interface Rules {
  readonly scrub: Scrub;
  /** Whether an error in which there is nothing to hide is returned as it is. */
  canPass(error: unknown): error is Error;
}

/** `'evt-1'`, `"Ada"`, `(key)=(value)`. */
const quoted = /'[^']*'|"[^"]*"|`[^`]*`|\([^)]*\)=\([^)]*\)/g;

/** `postgres://user:password@host` and what follows. */
const addressWithSecrets = /\b[a-z][\w+.-]*:\/\/[^\s/@]*@\S*/gi;

/** More causes than errors have, unless they go in a circle. */
const maxDepth = 5;

function describe(error: unknown, rules: Rules, depth: number): unknown {
  const { scrub, canPass } = rules;
  if (depth > maxDepth) return undefined;
  if (typeof error === 'string') return scrub(error);
  if (typeof error !== 'object' || error === null) return error;

  const { name, message, stack, cause, errors } = error as Readonly<Record<string, unknown>>;
  const text = typeof message === 'string' ? message : '';
  const shown = scrub(text);
  const shownCause = cause === undefined ? undefined : describe(cause, rules, depth + 1);
  const shownErrors = Array.isArray(errors) ? errors.map((each) => describe(each, rules, depth + 1)) : undefined;
  const fields = Object.entries(error).filter(([field]) => !ownFields.has(field));
  const words = fields.filter(([, value]) => isWord(value, scrub));
  const isHarmless =
    canPass(error) &&
    shown === text &&
    shownCause === cause &&
    (shownErrors ?? []).every((each, at) => each === (errors as unknown[])[at]) &&
    words.length === fields.length;
  if (isHarmless) return error;

  const copy = shownErrors ? new AggregateError(shownErrors, shown) : new Error(shown);
  if (isWord(name, scrub)) copy.name = String(name);
  if (shownCause !== undefined) copy.cause = shownCause;
  Object.assign(copy, Object.fromEntries(words));
  const lines = (typeof stack === 'string' ? stack : '').split('\n').filter((line) => /^ +at /.test(line));
  copy.stack = [`${copy.name}: ${shown}`, ...lines].join('\n');
  return copy;
}

/** What every error has, and is looked at by itself. */
const ownFields = new Set(['name', 'message', 'stack', 'cause', 'errors']);

/** A code, a number, the name of a table or of a constraint. */
const isWord = (value: unknown, scrub: Scrub): boolean =>
  value === undefined ||
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && /^[\w.-]{0,60}$/.test(value) && scrub(value) === value);
