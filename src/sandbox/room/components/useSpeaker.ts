import { useEffect, useState } from 'react';
import type { Participant } from '../../wire.js';

const TURN_MS = 4_000;

const prefersReducedMotion = () =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Who is speaking: the simulated people take turns. With reduced motion it is always the first of them. */
export function useSpeaker(people: readonly Participant[]): string | undefined {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (prefersReducedMotion()) return undefined;
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS);
    return () => clearInterval(timer);
  }, []);
  const speakers = people.filter(({ simulated, microphone }) => simulated && microphone);
  return speakers[turn % Math.max(1, speakers.length)]?.participantId;
}
