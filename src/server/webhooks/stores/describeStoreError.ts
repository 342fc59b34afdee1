import type { StoredEvent } from './WebhookStore.js';

/**
 * A copy of a driver's error that can be logged. Drivers attach whole commands, rows and addresses to their errors, and
 * some messages repeat values; those of a webhook are people's names and signed metadata. The copy has the name, the
 * codes, the lines of code, and the message without what it quotes and without what the event says.
 */
export function describeStoreError(error: unknown, event: StoredEvent | undefined): Error {
  const fields = (typeof error === 'object' && error ? error : { message: error }) as Readonly<Record<string, unknown>>;
  const copy = new Error(removeValues(readText(fields['message']), event));
  if (isWord(fields['name'])) copy.name = String(fields['name']);
  for (const field of codeFields) if (isWord(fields[field])) Object.assign(copy, { [field]: fields[field] });
  const lines = readText(fields['stack']).split('\n');
  copy.stack = [`${copy.name}: ${copy.message}`, ...lines.filter((line) => /^ +at /.test(line))].join('\n');
  return copy;
}

/** What drivers call their codes. Columns and constraints are names of tables of this package. */
const codeFields = ['code', 'errno', 'sqlState', 'severity', 'table', 'column', 'constraint', 'syscall'];

const readText = (value: unknown) => (typeof value === 'string' ? value : '');

const isWord = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && /^\w{1,60}$/.test(value));

/** `'evt-1'`, `"Ada"`, `(key)=(value)`, and addresses with a password. */
const quoted = /'[^']*'|"[^"]*"|`[^`]*`|\([^)]*\)=\([^)]*\)|\b[a-z][\w+.-]*:\/\/\S+/gi;

function removeValues(message: string, event: StoredEvent | undefined): string {
  const values = listTexts(event).sort((one, other) => other.length - one.length);
  const withoutValues = values.reduce((text, value) => text.replaceAll(value, '…'), message);
  return withoutValues.replace(quoted, '…').slice(0, 300);
}

/** The texts and numbers in a value, also as JSON writes them. Those of one character say nothing. */
function listTexts(value: unknown): string[] {
  const texts: string[] = [];
  const todo: unknown[] = [value];
  while (todo.length > 0) {
    const each = todo.pop();
    if (typeof each === 'object' && each) todo.push(...Object.values(each as object));
    else if (typeof each === 'string') texts.push(each, JSON.stringify(each).slice(1, -1));
  }
  return texts.filter((text) => text.length > 1);
}
