'use client';

import { useEffect, useLayoutEffect } from 'react';

/** React 18 warns about layout effects on a server: https://github.com/facebook/react/pull/26395 */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
