import { useEffect, useState } from 'react';

/** A value as it was once it had been the same for so many milliseconds; with none, as it is. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  if (milliseconds === 0 && !Object.is(settled, value)) setSettled(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return milliseconds === 0 ? value : settled;
}
