import { act, render, screen } from '@testing-library/react';
import type * as React from 'react';
import * as one from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createOutletRegistry } from '../../../src/provider/createOutletRegistry.js';
import { createRoomStore } from '../../../src/room-url/createRoomStore.js';
import { frame } from '../embed/room.js';
import { createFakeServer } from '../room-url/support/createFakeServer.js';
import { buildFailure } from '../room-url/support/responses.js';

/** A second copy of the package, with the same React. */
async function importCopy(): Promise<typeof one> {
  vi.resetModules();
  return import('react-whereby-embed');
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});
afterEach(() => void vi.restoreAllMocks());

const labels = { problem: 'Geht nicht.', tryAgain: 'Noch einmal', frameTitle: 'Besprechung' };

test.each(['from the first copy', 'from the second'])('providers %s are found by the other', async (which) => {
  const copy = await importCopy();
  expect(copy.MeetingProvider).not.toBe(one.MeetingProvider);
  const [provides, uses] = which === 'from the first copy' ? [one, copy] : [copy, one];
  const server = createFakeServer();
  function Status() {
    const microphone = uses.useMeetingControl('microphone');
    return <output>{`${uses.useMeeting(({ phase }) => phase)} ${microphone.supported}`}</output>;
  }
  const Room = () => <uses.MeetingOutlet room={uses.useRoomUrl({ meetingId: '1' })} />;
  render(
    <provides.RoomsProvider endpoint="/own" fetch={server.fetch}>
      <provides.MeetingProvider labels={labels}>
        <Status />
        <Room />
        <uses.MeetingProblem error={new uses.WherebyError('READY_TIMEOUT', 'x')} />
      </provides.MeetingProvider>
    </provides.RoomsProvider>,
  );
  expect(await screen.findByTitle('Besprechung')).toBe(frame());
  expect(screen.getByRole('alert')).toHaveTextContent('Geht nicht.');
  const room = fakeRoom(frame(), { act });
  room.emit('ready');
  room.emit('join');
  expect(screen.getByRole('status')).toHaveTextContent('joined true');
  expect(server.paths()).toEqual(['/own/meetings/1']);
});

test('an error of the provider’s copy is one for the hooks of the other', async () => {
  const copy = await importCopy();
  const server = createFakeServer();
  server.replies.push(buildFailure('NOT_ALLOWED', 403));
  function Creating() {
    const { create, ...creation } = copy.useCreateMeeting();
    return (
      <button onClick={() => void create()}>
        {creation.status === 'error' ? creation.error.code : creation.status}
      </button>
    );
  }
  render(
    <one.RoomsProvider fetch={server.fetch}>
      <Creating />
    </one.RoomsProvider>,
  );
  act(() => screen.getByText('idle').click());
  expect(await screen.findByText('NOT_ALLOWED')).toBeInTheDocument();
});

test('copies of React do not share contexts', async () => {
  vi.resetModules();
  vi.doMock('react', async (importReact) => {
    const react = await importReact<typeof React>();
    return { ...react, createContext: <Value,>(value: Value) => react.createContext(value) };
  });
  // With an import of its own: Vitest unmocks at the next import, and if that is one of many modules and there is a mock to
  // be made too, one of them may unmock after another has mocked.
  onTestFinished(async () => {
    vi.doUnmock('react');
    await import('react');
  });
  const copy = await import('react-whereby-embed');
  const Status = () => <output>{copy.useMeeting(({ phase }) => phase)}</output>;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const open = () =>
    render(
      <one.MeetingProvider>
        <Status />
      </one.MeetingProvider>,
    );
  expect(open).toThrow(/second copy of React/);
});

// A copy of an older version may read what a newer one provides. If this fails, raise the shape of the context.
test('the values of contexts have the shape that their number stands for', () => {
  const connection = { endpoint: '', latest: { current: {} } };
  expect({
    'Rooms/1': Object.keys(createRoomStore(connection)).sort(),
    'OutletRegistry/1': Object.keys(createOutletRegistry(false)).sort(),
  }).toMatchInlineSnapshot(`
    {
      "OutletRegistry/1": [
        "dismissFrame",
        "frameHost",
        "getActiveOutlet",
        "onDismiss",
        "onReload",
        "persist",
        "register",
        "reload",
        "serverState",
        "store",
        "subscribe",
        "unregister",
      ],
      "Rooms/1": [
        "close",
        "create",
        "getState",
        "load",
        "need",
        "receive",
        "refresh",
        "subscribe",
      ],
    }
  `);
});
