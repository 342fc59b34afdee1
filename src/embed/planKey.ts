import { paramNames } from '../params/paramNames.js';
import type { WherebyEmbedProps } from './types.js';

const planInputs: readonly (keyof WherebyEmbedProps)[] = ['allow', 'allowedHosts', 'extraParams', ...paramNames];

/**
 * One text for everything but `room` that `planFrame` reads of the props. Equal texts mean an equal plan, so a list or
 * record that is written out in the app's JSX, and is new on every render, is the same parameter.
 */
export function planKey(props: WherebyEmbedProps): string {
  const given = planInputs.filter((name) => name in props);
  try {
    // The types tell apart what JSON does not: null and NaN.
    return JSON.stringify(given.map((name) => [name, typeof props[name], props[name]]));
  } catch {
    // A value that JSON cannot hold, such as a bigint, is refused by `planFrame`: let it say so.
    return String(Math.random());
  }
}
