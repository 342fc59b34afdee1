import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { RoomsProvider, useCreateMeeting, useRoomUrl } from 'react-whereby-embed';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failed, fakeServer, meeting } from './server.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00.000Z') }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

function setup(server = fakeServer()) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RoomsProvider fetch={server.fetch}>{children}</RoomsProvider>
  );
  const hook = renderHook(
    ({ meetingId }: { meetingId?: string }) => ({ making: useCreateMeeting(), room: useRoomUrl({ meetingId }) }),
    { wrapper, initialProps: {} },
  );
  return { server, ...hook };
}

test('creates nothing until it is told to, and then says how it goes', async () => {
  const { result, server } = setup();
  await pass(1000);
  expect(result.current.making.status).toBe('idle');
  expect(server.fetch).not.toHaveBeenCalled();
  let made: unknown;
  act(() => void result.current.making.create({ key: 'lesson', minutes: 30 }).then((value) => (made = value)));
  expect(result.current.making.status).toBe('creating');
  await pass();
  expect(made).toEqual(meeting('new-1'));
  expect(result.current.making).toMatchObject({ status: 'ready', meeting: meeting('new-1') });
  expect(server.fetch.mock.lastCall![1]!.body).toBe('{"key":"lesson","minutes":30}');
  act(() => result.current.making.reset());
  expect(result.current.making.status).toBe('idle');
});

test('the address of a meeting made here is there at once', async () => {
  const { result, rerender, server } = setup();
  act(() => void result.current.making.create());
  await pass();
  rerender({ meetingId: 'new-1' });
  expect(result.current.room).toMatchObject({ status: 'ready', url: meeting('new-1').url });
  expect(server.fetch).toHaveBeenCalledOnce();
});

test('an attempt that failed in passing is repeated with the key it began with, so there is one meeting', async () => {
  const { result, server } = setup();
  server.replies.push(new TypeError('lost'), failed('SERVICE_UNAVAILABLE', 503));
  act(() => void result.current.making.create({ minutes: 5 }));
  await pass(10_000);
  expect(result.current.making.status).toBe('ready');
  const bodies = server.fetch.mock.calls.map(([, init]) => init!.body);
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies).size).toBe(1);
  expect(JSON.parse(String(bodies[0]))).toEqual({ key: expect.stringMatching(/.{10}/) as string, minutes: 5 });
  act(() => void result.current.making.create({ minutes: 5 }));
  await pass();
  expect(server.fetch.mock.lastCall![1]!.body).not.toBe(bodies[0]);
});

test('a refusal is in the state and in the promise, which need not be looked at', async () => {
  const { result, server } = setup();
  server.replies.push(failed('NOT_ALLOWED', 403), failed('INPUT_REFUSED', 400));
  // Vitest fails on a rejection that nobody handles.
  act(() => void result.current.making.create());
  await pass();
  expect(result.current.making).toMatchObject({ status: 'error', error: { code: 'NOT_ALLOWED' } });
  const made = result.current.making.create({ minutes: 5 });
  await act(() => expect(made).rejects.toMatchObject({ code: 'INPUT_REFUSED' }));
});

test('of two at once each gets its own meeting', async () => {
  const { result } = setup();
  const both = Promise.all([result.current.making.create(), result.current.making.create()]);
  await pass();
  expect((await both).map(({ meetingId }) => meetingId)).toEqual(['new-1', 'new-2']);
  expect(result.current.making).toMatchObject({ status: 'ready', meeting: { meetingId: 'new-2' } });
});

test('can be stopped', async () => {
  const { result, server } = setup();
  server.replies.push(failed('SERVICE_BUSY', 429, { 'retry-after': '60' }));
  const controller = new AbortController();
  const made = result.current.making.create({}, { signal: controller.signal });
  await pass(1000);
  controller.abort(new Error('changed my mind'));
  await act(() => expect(made).rejects.toThrow('changed my mind'));
  await pass(120_000);
  expect(server.fetch).toHaveBeenCalledOnce();
});
