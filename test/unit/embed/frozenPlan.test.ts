import { describe, expect, test } from 'vitest';
import { planInForce } from '../../../src/embed/frozenPlan.js';

const plan = (room: string, query = '') => ({
  url: `https://acme.whereby.com/${room}${query}`,
  base: `https://acme.whereby.com/${room}`,
});

describe('planInForce', () => {
  test('follows the props until the participant has joined', () => {
    const wanted = plan('demo', '?chat=off');
    expect(planInForce(undefined, wanted)).toBe(wanted);
  });

  test('keeps the frozen plan when parameters change', () => {
    const frozen = plan('demo');
    expect(planInForce(frozen, plan('demo', '?chat=off'))).toBe(frozen);
    expect(planInForce(frozen, plan('demo', '?roomKey=other'))).toBe(frozen);
  });

  test('keeps the frozen plan while the props give no room', () => {
    const frozen = plan('demo');
    expect(planInForce(frozen, {})).toBe(frozen);
  });

  test('follows the props to another room', () => {
    const wanted = plan('other');
    expect(planInForce(plan('demo'), wanted)).toBe(wanted);
  });
});
