'use client';

import { useEffect, useLayoutEffect } from 'react';

/** On a server there is no layout, and React 18 warns of effects that wait for it. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
