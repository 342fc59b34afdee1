import type { Part } from './readParts.js';

/** In an attribute's quotes JSX reads entities and ends at the quote; in braces it is plain JavaScript. */
export const printAttributeText = (text: string): string =>
  /^[^"&\\\p{Cc}\u2028\u2029\p{Cs}]*$/u.test(text) ? `"${text}"` : `{${JSON.stringify(text)}}`;

const escapeTemplate = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&');

/** What follows the name of an attribute: `="text"`, `={expression}` or a template. */
export function printAttributeValue(parts: readonly Part[]): string {
  if (parts.every((part) => typeof part === 'string')) return `=${printAttributeText(parts.join(''))}`;
  const [only, ...others] = parts;
  if (only !== undefined && typeof only !== 'string' && others.length === 0) return `={${only.getText()}}`;
  const template = parts.map((part) => (typeof part === 'string' ? escapeTemplate(part) : `\${${part.getText()}}`));
  return `={\`${template.join('')}\`}`;
}

/** The prop of a parameter with a value in its normal form. */
export function printParam(name: string, value: unknown): string {
  if (value === true) return name;
  if (typeof value === 'string') return `${name}=${printAttributeText(value)}`;
  if (Array.isArray(value)) return `${name}={[${value.map((one) => JSON.stringify(one)).join(', ')}]}`;
  return `${name}={${JSON.stringify(value)}}`;
}
