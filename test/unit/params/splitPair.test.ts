import { expect, test } from 'vitest';
import { params } from 'react-whereby-embed';
import { splitPair } from '../../../src/params/splitPair.js';

test.each<[string, string[]]>([
  ['', []],
  ['chat=on', ['chat=on']],
  ['roomKey=abc?minimal', ['roomKey=abc', 'minimal']],
  ['roomKey=abc;minimal;chat=on', ['roomKey=abc', 'minimal', 'chat=on']],
  ['roomKey=abc?anything=1', ['roomKey=abc', 'anything=1']],
  ['minimal?anything', ['minimal', 'anything']],
  ['chat=on?', ['chat=on?']],
  ['chat=on?chat=off?people=on', ['chat=on', 'chat=off', 'people=on']],
  ['chat=on?roomKey=abc', ['chat=on', 'roomKey=abc']],
  ['chat=on?room%4bey=abc', ['chat=on', 'room%4bey=abc']],
  ['metadata=who?;really?', ['metadata=who?;really?']],
  ['metadata=who?really=yes', ['metadata=who?really=yes']],
  ['avatarUrl=https://a.example/p?lang=de', ['avatarUrl=https://a.example/p?lang=de']],
  ['avatarUrl=https%3A//a.example/p?lang=de', ['avatarUrl=https%3A//a.example/p?lang=de']],
  ['avatarUrl=HTTPS%3a%2F%2Fa.example?lang=de;chat=on', ['avatarUrl=HTTPS%3a%2F%2Fa.example?lang=de;chat=on']],
  // Only a value that begins with "roomKey=" is a key.
  ['metadata=roomKey=?x', ['metadata=roomKey=?x']],
])('%j has the pairs %j', (pair, pairs) => {
  expect(splitPair(pair)).toEqual(pairs);
});

test.each(Object.keys(params))('%s begins a pair of its own behind "?" and ";"', (name) => {
  for (const mark of ['?', ';']) expect(splitPair(`metadata=a${mark}${name}=b`)).toEqual(['metadata=a', `${name}=b`]);
});
