import type { Issue } from '../../errors/WherebyError.js';
import { collectChanges } from '../collectChanges.js';
import { decodeText } from '../decodeText.js';
import { paramNames } from '../paramNames.js';

/** Whether a name or value has a room's key, however it is written: encoded, in another case, with a separator. */
function holdsRoomKey(value: unknown): boolean {
  let text = JSON.stringify(value) ?? '';
  for (let round = 0; round < 5; round++) {
    if (/room[^a-z\d]*key/i.test(text)) return true;
    text = decodeText(text);
  }
  return false;
}

/** What is wrong with the parameters of a preset, named by preset and key. */
export function checkPresetParams(preset: string, params: Readonly<Record<string, unknown>>): Issue[] {
  const found: Issue[] = [];
  for (const [name, value] of Object.entries(params)) {
    const issues: Issue[] = [];
    const at = `${preset}.params.${name}`;
    const add = (code: Issue['code'], problem: string) =>
      found.push({ code, severity: 'error', param: name, message: `${at} ${problem}` });
    if (holdsRoomKey([name, value])) {
      add('RESERVED_PARAM', 'has the key of a room: take it out, and make a new room if others have seen the file');
      continue;
    }
    collectChanges({ [name]: value }, null, issues);
    if (value === null) add('INVALID_VALUE', 'is null: leave it out instead');
    for (const { code, severity, message } of issues)
      if (code === 'UNKNOWN_PARAM') add(code, `is no parameter of a room${suggest(name)}`);
      else if (severity === 'error') add(code, message.replace(/^(\w+|A parameter) /, ''));
  }
  return found;
}

const letters = (name: string) => [...name.toLowerCase().replace(/[^a-z]/g, '')].sort().join('');

/** The parameter that was meant: the same letters in another order or case, or one that begins alike. */
function suggest(name: string): string {
  const meant =
    paramNames.find((known) => letters(known) === letters(name)) ??
    paramNames.find((known) => name.length > 2 && known.toLowerCase().startsWith(name.toLowerCase().slice(0, -1)));
  return meant ? `. Did you mean ${meant}?` : '';
}
