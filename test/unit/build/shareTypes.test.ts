import { expect, test } from 'vitest';
import { shareTypes } from '../../../scripts/build/shareTypes.js';

const base = `/** A room. */
export declare interface Room {
	readonly clock: Clock;
	readonly size: Size;
}

declare interface Clock {
	now(): number;
}

export declare type Size = 'small' | 'large';
`;

test('imports what the other entry exports word for word, and leaves out what only that mentioned', () => {
  const own = 'export declare function open(): Room;\n';
  expect(shareTypes(`${base}${own}`, base, './base.js')).toBe(
    `import { Room } from './base.js';\nexport { Room, Size } from './base.js';\n${own}`,
  );
});

test('keeps a type that mentions another type of the same name', () => {
  const text = base.replace('now(): number', 'now(): Date');
  const shared = shareTypes(text, base, './base.js');
  expect(shared).toContain('declare interface Room');
  expect(shared).toContain('now(): Date');
  expect(shared).toContain("export { Size } from './base.js'");
});

test('keeps a type that the other entry does not export, and overloads', () => {
  const overloads = 'export declare function read(): string;\nexport declare function read(name: string): number;\n';
  const clock = 'declare interface Clock {\n\tnow(): number;\n}\nexport declare const clock: Clock;\n';
  expect(shareTypes(overloads, overloads, './base.js')).toBe(overloads);
  expect(shareTypes(clock, base, './base.js')).toBe(clock);
});

test('leaves out imports of packages that only shared types needed', () => {
  const text =
    "import type { Kysely } from 'kysely';\nexport declare type Database = Kysely<never>;\nexport declare const lease: number;\n";
  expect(shareTypes(text, text.replace(/export declare const.*\n/, ''), './base.js')).toBe(
    "export { Database } from './base.js';\nexport declare const lease: number;\n",
  );
});
