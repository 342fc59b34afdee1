import type { RoomParams } from 'react-whereby-embed';

/** In an attribute's quotes JSX reads entities and ends at the quote; in braces it is plain JavaScript. */
const printText = (text: string): string =>
  /^[^"&\\\p{Cc}\u2028\u2029\p{Cs}]*$/u.test(text) ? `"${text}"` : `{${JSON.stringify(text)}}`;

function printValue(value: RoomParams[keyof RoomParams]): string {
  if (value === true) return '';
  if (value === false) return '={false}';
  if (typeof value === 'string') return `=${printText(value)}`;
  return `={[${(value ?? []).map((name) => JSON.stringify(name)).join(', ')}]}`;
}

/** The element that frames this combination, ready to be pasted. `room` is written as it is given. */
export function printJsx(params: RoomParams, room: string): string {
  const props = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => name + printValue(value));
  return ['<WherebyEmbed', `  room=${room}`, ...props.map((prop) => `  ${prop}`), '/>'].join('\n');
}
