import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeId } from '../../../src/server/client/resources/encodeId.js';
import { encodeRoomName } from '../../../src/server/client/resources/encodeRoomName.js';
import { serializeQuery } from '../../../src/server/client/serializeQuery.js';
import { readRateLimit, readRetryWait } from '../../../src/server/client/readRateLimit.js';
import { computeRetryDelay } from '../../../src/server/client/computeRetryDelay.js';

const base = 'https://api.example/v1';
const taken = (run: () => string): string | undefined => {
  try {
    return run();
  } catch (error) {
    expect(error).toMatchObject({ code: 'REQUEST_INVALID' });
    return undefined;
  }
};
const text = fc.string({
  unit: fc.oneof(fc.constantFrom('.', '/', '%', '2', 'F', '\\', '?', '#', ' ', '\ud800'), fc.string()),
  maxLength: 12,
});

describe('arbitrary input', () => {
  test('an id stays one segment of the path or is refused', () => {
    fc.assert(
      fc.property(text, (id) => {
        const segment = taken(() => encodeId('meetingId', id));
        if (segment === undefined) return;
        const { pathname, search, hash } = new URL(`${base}/meetings/${segment}`);
        expect(pathname.split('/')).toHaveLength(4);
        expect(decodeURIComponent(pathname.split('/')[3]!)).toBe(id);
        expect(search + hash).toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  test('a room name becomes one segment with one slash or is refused', () => {
    fc.assert(
      fc.property(text, (name) => {
        const segment = taken(() => encodeRoomName(name));
        if (segment === undefined) return;
        const { pathname, search } = new URL(`${base}/rooms/${segment}/theme/logo`);
        expect(pathname.split('/')).toHaveLength(6);
        expect(decodeURIComponent(pathname.split('/')[3]!)).toBe(`/${name.replace(/^\//, '')}`);
        expect(search).toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  test('a value in a query cannot become another parameter', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (one, many) => {
        const query = new URL(
          base + serializeQuery({ one, nested: { 'a]': one }, many, no: undefined, nil: null, none: [] }),
        );
        const wellFormed = new URLSearchParams([['x', one]]).get('x');
        expect([...query.searchParams.keys()].sort()).toEqual(['many', 'nested[a]]', 'one']);
        expect(query.searchParams.get('one')).toBe(wellFormed);
        expect(query.searchParams.get('nested[a]]')).toBe(wellFormed);
      }),
    );
  });

  test('no header leads to a wait that is negative, infinite or not a number', () => {
    const header = fc.oneof(
      fc.constantFrom('1e300', '8.64e15', '9e15', 'Infinity', '-5', '-0'),
      fc.string(),
      fc.double().map(String),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
    );
    fc.assert(
      fc.property(
        header,
        header,
        header,
        fc.nat(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (retry, reset, date, now, random) => {
          const all: Record<string, string> = {
            'retry-after': retry,
            'x-ratelimit-reset': reset,
            'x-ratelimit-remaining': retry,
            date,
          };
          const headers = { get: (name: string) => all[name] ?? null };
          const delay = computeRetryDelay(readRetryWait(headers, now), 1, { random: () => random });
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(60_500);
          const { remaining, resetAt } = readRateLimit(headers, now);
          if (remaining !== null) expect(remaining).toBeGreaterThanOrEqual(0);
          if (resetAt) expect(resetAt.getTime()).toBeGreaterThanOrEqual(now);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
