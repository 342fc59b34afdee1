import { createServerError } from '../../errors/createServerError.js';
import { isObject } from '../isObject.js';
import { decodeColumn } from './decodeColumn.js';
import { readStoredEvent } from './readStoredEvent.js';

type Input = 'events' | 'insights';

const wanted = { events: 'a list of events', insights: 'a list of rows' } satisfies Record<Input, string>;

/** How query builders, cursors and streams give a list. */
const readers = ['toArray', 'execute', 'exec'] as const;

/** What was given instead of a list, and what to do about it. */
export function explainNoList(given: unknown): { readonly got: string; readonly cure: string } {
  if (typeof given === 'function') return { got: 'a function', cure: 'call it, and pass the list that it returns' };
  if (typeof given === 'string') return { got: 'a text that is no JSON', cure: 'pass a list, or its JSON' };
  if (!isObject(given))
    return { got: given === null || given === undefined ? String(given) : `a ${typeof given}`, cure: 'pass a list' };

  if (typeof given.then === 'function') return { got: 'a promise', cure: 'await it, and pass its result' };
  const reader = readers.find((name) => typeof given[name] === 'function');
  if (reader)
    return { got: 'a query or stream that was not read', cure: `await its \`${reader}()\`, and pass the list` };
  if (Symbol.asyncIterator in given)
    return { got: 'an async iterable', cure: 'collect what it gives in a list, with a `for await` loop' };
  if (readStoredEvent(given)?.type !== undefined)
    return { got: 'a single event', cure: 'put it into a list: `[event]`' };
  const property = Object.keys(given).find((name) => Array.isArray(given[name]));
  if (property !== undefined)
    return {
      got: `an object that holds a list in \`${property}\``,
      cure: `pass \`${property}\`; if it is one page of several, the \`${property}\` of every page`,
    };
  return { got: 'an object without a list', cure: 'pass a list' };
}

/**
 * A list as an app has it: anything that can be iterated, or JSON of a list, as text or bytes.
 * @throws WherebyError `ATTENDANCE_INPUT_INVALID`, with what to pass instead
 */
export function readList(input: Input, given: unknown): Iterable<unknown> {
  const list = decodeColumn(given);
  if (typeof list === 'object' && list !== null && Symbol.iterator in list) return list as Iterable<unknown>;
  throw createServerError('ATTENDANCE_INPUT_INVALID', { input, wanted: wanted[input], ...explainNoList(list) });
}
