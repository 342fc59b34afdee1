import { createServerError } from '../../errors/createServerError.js';
import type { CreateMeeting } from '../client/resources/meetingTypes.js';
import type { CreateInput } from '../../room-url/contract.js';
import { createRefusal } from './createRefusal.js';

/** What the browser may choose when it creates a meeting. What is not named here it may not. */
export interface Choices {
  /** Minutes until `endDate`. */
  readonly minutes?: { readonly min?: number | undefined; readonly max: number } | undefined;
  readonly mode?: readonly ('normal' | 'group')[] | undefined;
  /** Whether the room is locked. */
  readonly locked?: boolean | undefined;
  /** The prefixes there are to choose from, or a function that knows a good one. */
  readonly prefix?: readonly string[] | ((prefix: string) => boolean) | undefined;
}

/** What the server decides about a meeting. */
export interface MeetingSettings extends Omit<Partial<CreateMeeting>, 'fields' | 'startDate'> {
  /** Minutes until `endDate`, where the browser does not choose and `endDate` is not set. Default 60. */
  readonly minutes?: number | undefined;
}

const isMinutes = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** @throws WherebyError `HANDLER_OPTION_INVALID` */
export function checkChoices({ minutes }: Choices): void {
  if (!minutes || (isMinutes(minutes.max) && (minutes.min === undefined || isMinutes(minutes.min)))) return;
  throw createServerError('HANDLER_OPTION_INVALID', {
    problem: '`choose.minutes` needs a positive number as `max`, and `min` must be one too if it is set',
  });
}

/** For each field, what is wrong with a value: `undefined` where nothing is. */
const problems: {
  readonly [K in keyof CreateInput]-?: (value: unknown, choose: Choices) => string | undefined;
} = {
  key: (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= 200
      ? undefined
      : 'must have at least 1 and at most 200 characters',
  minutes(value, { minutes }) {
    if (!minutes) return 'is not for the browser to choose here';
    const { min = 1, max } = minutes;
    return isMinutes(value) && value >= min && value <= max ? undefined : `must be a number from ${min} to ${max}`;
  },
  mode(value, { mode }) {
    if (!mode) return 'is not for the browser to choose here';
    return (mode as readonly unknown[]).includes(value) ? undefined : `must be one of ${mode.join(', ')}`;
  },
  locked(value, { locked }) {
    if (!locked) return 'is not for the browser to choose here';
    return typeof value === 'boolean' ? undefined : 'must be true or false';
  },
  prefix(value, { prefix }) {
    if (!prefix) return 'is not for the browser to choose here';
    const isGood =
      typeof value === 'string' &&
      /^[a-z\d-]{1,39}$/.test(value) &&
      (typeof prefix === 'function' ? prefix(value) : prefix.includes(value));
    return isGood ? undefined : 'is not one of the prefixes to choose from';
  },
};

/**
 * What the browser asks for, if it may.
 * @throws Refusal `INPUT_REFUSED` that names the field
 */
export function checkInput(body: Readonly<Record<string, unknown>>, choose: Choices): CreateInput {
  for (const [name, value] of Object.entries(body)) {
    const problem = Object.hasOwn(problems, name)
      ? problems[name as keyof CreateInput](value, choose)
      : 'is not for the browser to choose';
    if (problem) throw createRefusal('INPUT_REFUSED', { problem: `${JSON.stringify(name.slice(0, 40))} ${problem}` });
  }
  return body;
}

/** The body of the API's call: what the server decides, and over it what the browser chose. */
export function toCreateMeeting(
  { minutes: usual = 60, ...settings }: MeetingSettings,
  { minutes, mode, locked, prefix }: CreateInput,
  now: number,
): CreateMeeting<'hostRoomUrl' | 'viewerRoomUrl'> {
  const endDate = settings.endDate !== undefined && minutes === undefined ? settings.endDate : undefined;
  return {
    ...settings,
    ...(mode !== undefined && { roomMode: mode }),
    ...(locked !== undefined && { isLocked: locked }),
    ...(prefix !== undefined && { roomNamePrefix: prefix }),
    endDate: endDate ?? new Date(now + (minutes ?? usual) * 60_000).toISOString(),
    fields: ['hostRoomUrl', 'viewerRoomUrl'],
  };
}
