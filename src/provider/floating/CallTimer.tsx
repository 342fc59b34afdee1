'use client';

import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

const pad = (value: number): string => String(value).padStart(2, '0');

/** `4:05`, or `1:04:05` from an hour on. */
const format = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${pad(minutes)}` : minutes}:${pad(seconds % 60)}`;
};

/** How long the participant has been in the call. */
export function CallTimer({ since }: { readonly since: RefObject<number | undefined> }) {
  const [seconds, setSeconds] = useState<number>();
  useEffect(() => {
    const count = () => setSeconds(since.current && Math.max(0, Math.round((Date.now() - since.current) / 1000)));
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [since]);
  return seconds === undefined ? null : format(seconds);
}
