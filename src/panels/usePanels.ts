'use client';

import { useEffect, useState } from 'react';
import type * as AllPanels from './allPanels.js';

let loaded: typeof AllPanels | undefined;

/** The panels, once they are loaded. If they cannot be, what stands for them stays. */
export function usePanels(): typeof AllPanels | undefined {
  const [panels, setPanels] = useState(loaded);
  useEffect(() => {
    let isMounted = true;
    import('./allPanels.js').then(
      (module) => {
        loaded = module;
        if (isMounted) setPanels(module);
      },
      () => undefined,
    );
    return () => {
      isMounted = false;
    };
  }, []);
  return panels;
}
