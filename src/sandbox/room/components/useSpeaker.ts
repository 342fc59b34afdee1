import { useEffect, useState } from 'react';
import type { Participant } from '../../wire.js';

const TURN_MS = 4_000;

const still = () => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Who speaks: the simulated people take turns. Where motion is not wanted, the first of them has the floor. */
export function useSpeaker(people: readonly Participant[]): string | undefined {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (still()) return undefined;
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS);
    return () => clearInterval(timer);
  }, []);
  const able = people.filter(({ simulated, microphone }) => simulated && microphone);
  return able[turn % Math.max(1, able.length)]?.participantId;
}
