import { paramNames } from './paramNames.js';
import type { RoomParams } from './types.js';

/** The parameters among other properties, in the order of the registry. */
export const pickParams = (props: RoomParams): RoomParams =>
  Object.fromEntries(paramNames.map((name) => [name, props[name]])) as RoomParams;
