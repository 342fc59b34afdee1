import { act, render, renderHook } from '@testing-library/react';
import { RoomsProvider, WherebyEmbed, useCreateMeeting, useRoomUrl } from 'react-whereby-embed';
import type { RoomsProviderProps } from 'react-whereby-embed';
import { vi } from 'vitest';
import { buildMeeting, buildResponse } from '../../room-url/support/responses.js';
import type { DurationOptions } from './DurationOption.js';
import { days, slow, slowly } from './slowly.js';

/** Renders a hook under a provider whose server is slow. */
const renderRoomHook = <Result,>(settings: RoomsProviderProps, hook: () => Result) => {
  const fetch = async () => slowly(buildResponse(buildMeeting('1')));
  return renderHook(hook, { wrapper: (props) => <RoomsProvider fetch={fetch} {...settings} {...props} /> }).result;
};

/** Lets time pass for as long as a slow server needs, and throws what the hook returns as its error. */
async function waitForServer(readResult: () => object) {
  await act(() => vi.advanceTimersByTimeAsync(2 * slow));
  const result = readResult();
  if ('error' in result && result.error) throw result.error as Error;
}

const getRoomUrl = (settings: RoomsProviderProps) => {
  const result = renderRoomHook(settings, () => useRoomUrl({ meetingId: 'm' }));
  return waitForServer(() => result.current);
};

/** The options of what browsers load. */
export const browserOptions: DurationOptions = {
  readyTimeout: {
    use(readyTimeout: number) {
      const onError = vi.fn<(error: Error) => void>();
      render(<WherebyEmbed room="https://acme.whereby.com/demo" readyTimeout={readyTimeout} onError={onError} />);
      act(() => void vi.advanceTimersByTime(days));
      const [error] = onError.mock.calls.flat();
      if (error) throw error;
    },
  },
  'useRoomUrl: timeout': { use: (timeout: number) => getRoomUrl({ timeout, retries: 0 }) },
  'useCreateMeeting: timeout': {
    use(timeout: number) {
      const result = renderRoomHook({ timeout, retries: 0 }, useCreateMeeting);
      act(() => void result.current.create().catch(() => undefined));
      return waitForServer(() => result.current);
    },
  },
  'useRoomUrl: retries': { use: (retries: number) => getRoomUrl({ timeout: 0, retries }) },
};
