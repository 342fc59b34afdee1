import { afterEach, expect, test, vi } from 'vitest';
import { callHandler } from '../../../src/meeting/callHandler.js';

afterEach(() => vi.unstubAllGlobals());

const error = new Error('thrown by the app');
const fail = () => {
  throw error;
};

test('a handler is called with what it is given, and none is fine', () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const handler = vi.fn();
  callHandler(handler, 1, 'two');
  callHandler(undefined, 1);
  expect(handler.mock.calls).toEqual([[1, 'two']]);
  expect(report).not.toHaveBeenCalled();
});

test('what a handler throws is reported as browsers report it', () => {
  const report = vi.fn();
  const queue = vi.fn();
  vi.stubGlobal('reportError', report);
  vi.stubGlobal('queueMicrotask', queue);
  callHandler(fail);
  expect(report.mock.calls).toEqual([[error]]);
  expect(queue).not.toHaveBeenCalled();
});

test('where nothing reports errors, it is thrown in a task of its own', () => {
  vi.stubGlobal('reportError', undefined);
  const queue = vi.fn<(task: () => void) => void>();
  vi.stubGlobal('queueMicrotask', queue);
  callHandler(fail);
  expect(queue.mock.calls[0]![0]).toThrow(error);
});
