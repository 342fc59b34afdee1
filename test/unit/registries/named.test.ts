import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorList } from '../../../src/errors/errorList.js';
import { paramNames } from '../../../src/params/paramNames.js';
import { commands } from '../../../src/protocol/commands.js';
import { events } from '../../../src/protocol/events.js';
import { controlRoutes } from '../../../src/sandbox/server/control/controlRoutes.js';
import { webhookEvents } from '../../../src/server/webhooks/events.js';

const read = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file) && !file.includes('node_modules'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

/** What the tests say, without their comments. */
const tests = read('test', /\.(tsx?|snap)$/)
  .join('\n')
  .replace(/^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '');

const isNamed = (name: string): boolean => new RegExp(`(?<!\\w)${name.replaceAll('.', '\\.')}(?!\\w)`).test(tests);

/** Whether a test calls a path, with anything in place of its parameters. */
const isCalled = (path: string): boolean =>
  new RegExp(`${path.replace('/*', '/[^/\'"`\\s]+').replace(/:\w+/g, '[^/\'"`\\s]+')}(?![\\w/-])`).test(
    tests.replace(/\$\{[^}]*\}/g, 'value'),
  );

/** The functions, classes and constants in the reports of the public API. */
const publicNames = read('api', /\.md$/).flatMap((report) =>
  [...report.matchAll(/^export (?:declare )?(?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name!),
);

/** The routes of the sandbox's REST API, where they are declared. */
const apiRoutes = read('src/sandbox/server/api', /^add\w+Routes\.ts$/).flatMap((source) =>
  [...source.matchAll(/\.(?:get|post|put|patch|delete)\(\s*'(\/[^']*)'/g)].map(([, path]) => path!),
);

describe('a test names every', () => {
  test.each<[string, readonly string[], (name: string) => boolean]>([
    ['function, class and constant of the public API', publicNames, isNamed],
    ['error code', Object.keys(errorList), isNamed],
    ['event', Object.keys(events), isNamed],
    ['event on the wire', Object.values(events).map(({ type }) => type), isNamed],
    ['command', Object.keys(commands), isNamed],
    ['command on the wire', Object.values(commands).map(({ command }) => command), isNamed],
    ['parameter', paramNames, isNamed],
    ['type of webhook', Object.keys(webhookEvents), isNamed],
    ['route of the sandbox for tests', controlRoutes.map(({ path }) => path), isCalled],
    ['route of the sandbox for the REST API', apiRoutes, isCalled],
  ])('%s', (_what, names, isFound) => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !isFound(name))).toEqual([]);
  });

  test('thing, and would notice if it did not', () => {
    const [first, second] = ['no test names', 'this'];
    expect(isNamed(`${first}${second}`)).toBe(false);
    expect(isCalled(`/${first}/:id/${second}`)).toBe(false);
  });
});
