import type { OfficialElement } from './readElement.js';

/** What a release has that the one before had not, or otherwise: one line each. Empty if nothing has changed. */
export function compareElements(before: OfficialElement, after: OfficialElement): string[] {
  return (['attributes', 'events', 'commands'] as const).flatMap((list) => {
    const [old, now] = [before[list], after[list]];
    const one = list.slice(0, -1);
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].sort().flatMap((name) => {
      if (old[name] === now[name]) return [];
      if (old[name] === undefined) return [`${one} ${name} is new: ${now[name]}`];
      if (now[name] === undefined) return [`${one} ${name} is gone: ${old[name]}`];
      return [`${one} ${name}: ${old[name]} → ${now[name]}`];
    });
  });
}
