import { useEffect, useState } from 'react';

type DeviceState =
  | { readonly status: 'idle' | 'asking' | 'denied' | 'missing' }
  | { readonly status: 'working'; readonly stream: MediaStream };

export type DeviceCheckState = DeviceState & {
  /** Asks the browser for camera and microphone, which asks the person. */
  readonly start: () => Promise<void>;
  /** Turns both off. */
  readonly stop: () => void;
};

const turnOff = (state: DeviceState) => {
  if (state.status === 'working') for (const track of state.stream.getTracks()) track.stop();
};

/** Camera and microphone, only for this page: both are off before the call asks for them. */
export function useDeviceCheck(): DeviceCheckState {
  const [state, setState] = useState<DeviceState>({ status: 'idle' });

  useEffect(() => () => turnOff(state), [state]);

  return {
    ...state,
    start: async () => {
      setState({ status: 'asking' });
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
        setState({ status: 'working', stream });
      } catch (error) {
        const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
        setState({ status: isDenied ? 'denied' : 'missing' });
      }
    },
    stop: () => setState({ status: 'idle' }),
  };
}
