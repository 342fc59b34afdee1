import { useSyncExternalStore } from 'react';

const onResize = (listener: () => void) => {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
};

/** The inner size of the window, as it is now. */
export const useWindowSize = () => ({
  width: useSyncExternalStore(onResize, () => innerWidth),
  height: useSyncExternalStore(onResize, () => innerHeight),
});
