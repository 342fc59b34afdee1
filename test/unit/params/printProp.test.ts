import { expect, test } from 'vitest';
import { printProp } from '../../../src/params/printProp.js';

test.each<[string, unknown, string]>([
  ['minimal', true, 'minimal'],
  ['chat', false, 'chat={false}'],
  ['chat', 'off', 'chat="off"'],
  ['displayName', '', 'displayName=""'],
  ['displayName', "Ada's room", `displayName="Ada's room"`],
  ['displayName', 'Ærø 😀', 'displayName="Ærø 😀"'],
  ['metadata', 'say "hi"', String.raw`metadata={"say \"hi\""}`],
  ['metadata', '&amp;', 'metadata={"&amp;"}'],
  ['metadata', 'a\\b', String.raw`metadata={"a\\b"}`],
  ['metadata', 'two\nlines', String.raw`metadata={"two\nlines"}`],
  ['metadata', 'a\u2028b', 'metadata={"a\u2028b"}'],
  ['metadata', 'half \ud83d of it', String.raw`metadata={"half \ud83d of it"}`],
  ['groups', ['red', 'b"c'], String.raw`groups={["red", "b\"c"]}`],
  ['groups', [], 'groups={[]}'],
])('%s of %j is printed as %s', (name, value, printed) => {
  expect(printProp(name, value)).toBe(printed);
});
