/** In an attribute's quotes JSX reads entities and ends at the quote; in braces it is plain JavaScript. */
export const printAttributeText = (text: string): string =>
  /^[^"&\\\p{Cc}\u2028\u2029\p{Cs}]*$/u.test(text) ? `"${text}"` : `{${JSON.stringify(text)}}`;

/** The prop of a parameter in JSX, such as `chat={false}`. */
export function printProp(name: string, value: unknown): string {
  if (value === true) return name;
  if (typeof value === 'string') return `${name}=${printAttributeText(value)}`;
  if (Array.isArray(value)) return `${name}={[${value.map((one) => JSON.stringify(one)).join(', ')}]}`;
  return `${name}={${JSON.stringify(value)}}`;
}
