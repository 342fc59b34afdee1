import { expect, test } from 'vitest';
import { createDefaultStore } from '../../../../src/server/webhooks/stores/createDefaultStore.js';

const waitUntil = () => undefined;

test('shares the memory of handlers that are made in each request by their options, of the last hundred', () => {
  const open = (name: string) => createDefaultStore({ name, waitUntil });
  const first = open('handler-0');
  for (let at = 1; at < 100; at++) open(`handler-${at}`);
  expect(open('handler-0')).toBe(first);
  const newest = open('handler-100');
  expect(open('handler-0')).not.toBe(first);
  expect(open('handler-100')).toBe(newest);
});

test('gives a handler that is made once a memory of its own', () => {
  expect(createDefaultStore({ name: 'attendance' })).not.toBe(createDefaultStore({ name: 'attendance' }));
});
