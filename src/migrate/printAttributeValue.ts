import { printAttributeText } from '../params/printProp.js';
import type { Part } from './readParts.js';

const escapeTemplate = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&');

/** What follows the name of an attribute: `="text"`, `={expression}` or a template. */
export function printAttributeValue(parts: readonly Part[]): string {
  if (parts.every((part) => typeof part === 'string')) return `=${printAttributeText(parts.join(''))}`;
  const [only, ...others] = parts;
  if (only !== undefined && typeof only !== 'string' && others.length === 0) return `={${only.getText()}}`;
  const template = parts.map((part) => (typeof part === 'string' ? escapeTemplate(part) : `\${${part.getText()}}`));
  return `={\`${template.join('')}\`}`;
}
