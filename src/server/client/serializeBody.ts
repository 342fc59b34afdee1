import { toIsoText } from './toIsoText.js';

/**
 * A body as JSON text.
 * @throws WherebyError `REQUEST_INVALID` for an Invalid Date: JSON writes it as null, which the API reads as its default
 */
export function serializeBody(body: object): string {
  return JSON.stringify(body, function (this: Record<string, unknown>, name, value: unknown) {
    // JSON.stringify has already called `toJSON`: only `this` still has the date.
    const original = this[name];
    return original instanceof Date ? toIsoText(name, original) : value;
  });
}
