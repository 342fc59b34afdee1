import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff/lib/patch/create.js';
import { migrateSource } from '../../migrate/migrateSource.js';
import type { Migration } from '../../migrate/types.js';
import { isMarkup, listSourceFiles } from './listSourceFiles.js';
import { loadTsMorph } from './loadTsMorph.js';
import { paint } from './paint.js';
import type { Colour } from './paint.js';
import { readArguments } from './readArguments.js';
import type { CommandIo } from './runDoctor.js';

const usage = `Usage: react-whereby-embed migrate [paths] [--write] [--json]

Turns hand-written iframes of rooms and the official <whereby-embed> element into <WherebyEmbed>, in files of
JavaScript and TypeScript. Shows what would change; what it cannot change is listed with the change to make by hand.

  paths     files and folders. Default: the current folder
  --write   changes the files
  --json    prints the changes and what is left as JSON

Examples:
  npx react-whereby-embed migrate src
  npx react-whereby-embed migrate src/Call.tsx --write`;

const parse = (args: readonly string[]) =>
  readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      write: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

function printDiff(name: string, before: string, after: string): string {
  const colours: Readonly<Record<string, Colour>> = { '+': 'green', '-': 'red', '@': 'cyan' };
  return createTwoFilesPatch(name, name, before, after, '', '', { context: 2 })
    .split('\n')
    .filter((line) => !/^(?:Index:|===|---|\+\+\+|\\)/.test(line))
    .map((line) => {
      const colour = colours[line[0] ?? ''];
      return colour ? paint(colour, line) : line;
    })
    .join('\n')
    .trim();
}

/** The files with code or HTML that the paths name, in order. */
async function listFiles(paths: readonly string[], folder: string): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const whole = resolve(folder, path);
      const found = await stat(whole).catch(() => undefined);
      if (!found) throw new Error(`There is no file or folder "${path}".`);
      return found.isFile() ? [whole] : listSourceFiles(whole);
    }),
  );
  return [...new Set(lists.flat())];
}

/** Frames in a file that is not read as code: they stay, and are listed. */
const listFrames = (source: string): Migration => ({
  source,
  changes: [],
  leftovers: source.split('\n').flatMap((text, index) =>
    /<(?:iframe|whereby-embed)\b/i.test(text)
      ? {
          line: index + 1,
          reason: 'Only JavaScript and TypeScript are changed, with and without JSX.',
          hand: 'Put <WherebyEmbed room={…} /> into a component of React, and that component in its place.',
        }
      : [],
  ),
});

const countOf = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

interface FileMigration extends Migration {
  readonly name: string;
  readonly before: string;
}

function print(files: readonly FileMigration[], isWritten: boolean, { out }: CommandIo): void {
  const changed = files.filter(({ source, before }) => source !== before);
  for (const { name, before, source, changes } of changed) {
    out(paint('bold', name));
    out(printDiff(name, before, source));
    for (const { line, what } of changes) out(`${name}:${line}  ${what}`);
    out('');
  }
  const leftovers = files.flatMap(({ name, leftovers: places }) => places.map((place) => ({ name, ...place })));
  if (leftovers.length > 0) out(paint('bold', 'Left to you'));
  for (const { name, line, reason, hand } of leftovers) out(`${name}:${line}  ${reason}\n    By hand: ${hand}`);
  if (leftovers.length > 0) out('');
  const done = `${countOf(changed.length, 'file')} ${isWritten ? 'changed' : 'would change'}`;
  out(`${done}, ${countOf(leftovers.length, 'place')} left to you.`);
  if (changed.length > 0 && !isWritten) out('Nothing is written yet: run it again with --write.');
}

/**
 * The command `migrate`.
 * @param args what follows the command's name
 * @returns the exit code: 0 if all files were read, 2 if an argument is wrong or a file cannot be read
 */
export async function runMigrate(
  args: readonly string[],
  io: CommandIo = { out: console.log, err: console.error },
  folder = process.cwd(),
): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    if (values.help) {
      io.out(usage);
      return 0;
    }
    const paths = await listFiles(positionals.length > 0 ? positionals : ['.'], folder);
    const files: FileMigration[] = [];
    const sources = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
    const concerned = paths
      .map((path, index) => ({ path, before: sources[index] ?? '' }))
      .filter(({ before }) => /whereby|jitsi|daily|roomUrl/i.test(before));
    const hasCode = concerned.some(({ path }) => !isMarkup(basename(path)));
    const morph = hasCode ? await loadTsMorph(folder, io.err) : undefined;
    for (const { path, before } of concerned)
      files.push({
        name: relative(folder, path),
        before,
        ...(morph && !isMarkup(basename(path)) ? migrateSource(morph, path, before) : listFrames(before)),
      });
    if (values.write)
      for (const { name, before, source } of files)
        if (source !== before) await writeFile(resolve(folder, name), source);
    if (values.json)
      io.out(
        JSON.stringify(
          files.map(({ name, before, source, changes, leftovers }) => ({
            file: name,
            isChanged: source !== before,
            changes,
            leftovers,
          })),
          null,
          2,
        ),
      );
    else print(files, values.write === true, io);
    return 0;
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
