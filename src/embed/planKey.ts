import { findKind } from '../params/findKind.js';
import type { WherebyEmbedProps } from './types.js';

const isPlanInput = (name: string): boolean =>
  name === 'allow' || name === 'allowedHosts' || name === 'extraParams' || findKind(name) !== undefined;

/**
 * One text for everything but `room` that `planFrame` reads of the props. Equal texts mean an equal plan, so a list or
 * record that is written out in the app's JSX, and is new on every render, is the same parameter.
 */
export function planKey(props: WherebyEmbedProps): string {
  const names = (Object.keys(props) as (keyof WherebyEmbedProps)[]).filter(isPlanInput);
  const values = names.map((name) => props[name]);
  try {
    // The types tell apart what JSON does not: null and NaN.
    return JSON.stringify([names, values.map((value) => typeof value), values]);
  } catch {
    // A value that JSON cannot hold, such as a bigint, is refused by `planFrame`: let it say so.
    return String(Math.random());
  }
}
