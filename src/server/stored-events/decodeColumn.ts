import { isObject } from '../isObject.js';

const decoder = new TextDecoder();

/** Text from bytes: a `Buffer`, as some drivers return JSON and text columns, or what JSON makes of one. */
export function decodeBytes(value: unknown): unknown {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return decoder.decode(value);
  const isBufferInJson = isObject(value) && value.type === 'Buffer' && Array.isArray(value.data);
  return isBufferInJson ? decoder.decode(Uint8Array.from(value.data as number[])) : value;
}

/** The value in a JSON column, which may be parsed, text, bytes, or text that was stringified twice. */
export function decodeColumn(column: unknown): unknown {
  let value = decodeBytes(column);
  for (let depth = 0; depth < 2 && typeof value === 'string' && /^\s*["[{]/.test(value); depth++)
    try {
      value = JSON.parse(value);
    } catch {
      return value;
    }
  return value;
}
