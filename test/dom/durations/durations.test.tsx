import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserOptions } from './support/browserOptions.js';
import type { DurationOptions } from './support/DurationOption.js';
import { sandboxOptions } from './support/sandboxOptions.js';
import { serverOptions } from './support/serverOptions.js';

const onFakeTime: DurationOptions = { ...browserOptions, ...serverOptions };
const allOptions: DurationOptions = { ...onFakeTime, ...sandboxOptions };

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const useOption = async (name: string, value: unknown) => {
  // The sandbox listens, and a server needs real time.
  if (name in onFakeTime) vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00Z') });
  await allOptions[name]!.use(value as never);
};

/** The option's own name. */
const ownName = (name: string) => name.split(': ').at(-1)!;

/** 2 ** 31 is one more than the longest timer. */
const numbers = [0, Infinity, 2 ** 31, 2 ** 53, Number.MAX_VALUE];
const wrong = [NaN, -1, -Infinity, 5000n, '5000', 'Infinity', null, true, {}, [5000]];

describe.each(Object.entries(allOptions))('the option %s', (name, { refuses = [] }) => {
  test.each(numbers.filter((number) => !refuses.includes(number)))('takes %d for any time', async (value) => {
    await useOption(name, value);
  });

  test.each([...wrong, ...refuses])('is named by the error for %o', async (value) => {
    await expect(useOption(name, value)).rejects.toThrow(
      expect.objectContaining({ name: 'WherebyError', message: expect.stringContaining(ownName(name)) as string }),
    );
  });
});

/** Durations that are reported, and parameters of functions. */
const results = [
  'durationInSeconds',
  'durationMs',
  'lateBySeconds',
  'milliseconds',
  'minutes',
  'ms',
  'participantMinutes',
  'recordingSeconds',
  'retryAfter',
  'sampleRateMs',
  'seconds',
  'sessionSeconds',
  'togetherSeconds',
  'totalParticipantMinutes',
  'totalRecorderMinutes',
  'totalStreamerMinutes',
];

test('these options are all of the public API that are durations', () => {
  const isDuration = (name: string) =>
    /(timeout|within|deadline|lease|after|for|maxage|tolerance|minutes|seconds|ms)$/i.test(name);
  const reports = readdirSync('api').map((file) => readFileSync(`api/${file}`, 'utf8'));
  const numberFields = reports.flatMap((report) => [...report.matchAll(/(\w+)\??: (?:readonly )?number\b/g)]);
  const names = new Set(numberFields.map(([, name]) => name!).filter(isDuration));
  expect([...names].sort()).toEqual(expect.arrayContaining(['answerWithin', 'readyTimeout', 'timeout']));
  const known = [...results, ...Object.keys(allOptions).map(ownName)];
  expect([...names].filter((name) => !known.includes(name))).toEqual([]);
});
