import { createServerError } from '../../errors/createServerError.js';
import type { CreateInput } from '../../room-url/contract.js';
import { isMinutes, longestMeeting } from './isMinutes.js';
import { callInTime } from '../callInTime.js';
import type { Choices } from './Choices.js';
import { createRefusal } from './createRefusal.js';

/** @throws WherebyError `HANDLER_OPTION_INVALID` */
export function checkChoices({ minutes }: Choices): void {
  if (!minutes || (isMinutes(minutes.max) && (minutes.min === undefined || isMinutes(minutes.min)))) return;
  throw createServerError('HANDLER_OPTION_INVALID', {
    problem: `\`choose.minutes\` needs a number above 0 and at most ${longestMeeting} as \`max\`, and \`min\` must be one too if it is set`,
  });
}

/**
 * The body of a request, if the browser may choose everything in it.
 * @throws Refusal `INPUT_REFUSED` that names the field
 */
export async function checkInput(body: Readonly<Record<string, unknown>>, choose: Choices): Promise<CreateInput> {
  for (const [name, value] of Object.entries(body)) {
    const problem = Object.hasOwn(findProblem, name)
      ? await findProblem[name as keyof CreateInput](value, choose)
      : 'is not for the browser to choose';
    if (problem) throw createRefusal('INPUT_REFUSED', { problem: `${JSON.stringify(name.slice(0, 40))} ${problem}` });
  }
  return body;
}

const notChoosable = 'is not for the browser to choose here';

/** For each field, what is wrong with a value, as the end of a sentence; undefined if nothing is. */
const findProblem: {
  readonly [K in keyof CreateInput]-?: (
    value: unknown,
    choose: Choices,
  ) => string | undefined | Promise<string | undefined>;
} = {
  key: (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= 200
      ? undefined
      : 'must have at least 1 and at most 200 characters',
  minutes(value, { minutes }) {
    if (!minutes) return notChoosable;
    const { min = 1, max } = minutes;
    return isMinutes(value) && value >= min && value <= max ? undefined : `must be a number from ${min} to ${max}`;
  },
  mode(value, { mode }) {
    if (!mode) return notChoosable;
    return (mode as readonly unknown[]).includes(value) ? undefined : `must be one of ${mode.join(', ')}`;
  },
  locked(value, { locked }) {
    if (!locked) return notChoosable;
    return typeof value === 'boolean' ? undefined : 'must be true or false';
  },
  async prefix(value, { prefix }) {
    if (!prefix) return notChoosable;
    const isGood =
      typeof value === 'string' &&
      /^[a-z\d-]{1,39}$/.test(value) &&
      // Awaited: a promise is true whatever it resolves to.
      (typeof prefix === 'function' ? await callInTime('choose.prefix', () => prefix(value)) : prefix.includes(value));
    return isGood ? undefined : 'is not one of the prefixes to choose from';
  },
};
