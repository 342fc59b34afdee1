import type { RoomParams } from 'react-whereby-embed';
import { printProp } from '../../src/params/printProp.js';

/** The element that frames this combination, ready to be pasted. `room` is written as it is given. */
export function printJsx(params: RoomParams, room: string): string {
  const props = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => printProp(name, value));
  return ['<WherebyEmbed', `  room=${room}`, ...props.map((prop) => `  ${prop}`), '/>'].join('\n');
}
