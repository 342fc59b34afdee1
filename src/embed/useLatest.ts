'use client';

import { useInsertionEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** A ref that holds the value of the last render, for callbacks that run later. Current before any effect runs. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
