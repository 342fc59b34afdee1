import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFrame } from '../../../src/embed/planFrame.js';
import { planKey } from '../../../src/embed/planKey.js';
import type { WherebyEmbedProps } from '../../../src/embed/types.js';
import { anyParams } from '../../support/arbitraryParams.js';

const room = 'https://acme.whereby.com/demo';

describe('planKey', () => {
  test('is the same for lists and records written out again', () => {
    const write = (): WherebyEmbedProps => ({
      room,
      groups: ['a', 'b'],
      extraParams: { newer: '1' },
      allowedHosts: ['meet.example.com'],
      onJoin: () => {},
    });
    expect(planKey(write())).toBe(planKey(write()));
  });

  test('is the same for props that change nothing about the frame address', () => {
    expect(planKey({ room, className: 'a', onJoin: () => {} })).toBe(planKey({ room, className: 'b' }));
  });

  test('is another for every pair of props with different plans', () => {
    fc.assert(
      fc.property(anyParams, anyParams, (one, other) => {
        const plans = [one, other].map((params) => planFrame({ room, ...params }).url);
        fc.pre(plans[0] !== plans[1]);
        expect(planKey({ room, ...one })).not.toBe(planKey({ room, ...other }));
      }),
    );
  });

  test('tells values apart that JSON writes alike, and accepts those that it cannot write', () => {
    const keyWith = (displayName: unknown) => planKey({ room, displayName: displayName as string });
    expect(keyWith(null)).not.toBe(keyWith(NaN));
    expect(keyWith(10n)).not.toBe(keyWith('10'));
  });
});
