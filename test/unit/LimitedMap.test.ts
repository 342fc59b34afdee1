import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LimitedMap } from '../../src/server/LimitedMap.js';

test('holds the newest entries only, in their order, whatever is set, put last and deleted', () => {
  const step = fc.record({
    action: fc.constantFrom('set', 'setLast', 'delete'),
    key: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 80 }), (limit, steps) => {
      const map = new LimitedMap<number, number>(limit);
      let expected: (readonly [number, number])[] = [];
      for (const [value, { action, key }] of steps.entries()) {
        const known = expected.findIndex(([each]) => each === key);
        if (action === 'set' && known >= 0) {
          map.set(key, value);
          expected[known] = [key, value];
          continue;
        }
        expected = expected.filter(([each]) => each !== key);
        if (action === 'delete') map.delete(key);
        else {
          map[action as 'set' | 'setLast'](key, value);
          expected = [...expected, [key, value] as const].slice(-limit);
        }
        expect([...map]).toEqual(expected);
      }
    }),
  );
});
