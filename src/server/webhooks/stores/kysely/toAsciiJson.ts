/** JSON in ASCII, which no encoding of a database or of a connection changes. Names have letters that LATIN1 cannot hold. */
export const toAsciiJson = (value: object): string =>
  JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
