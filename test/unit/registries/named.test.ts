import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorList } from '../../../src/errors/errorList.js';
import { paramNames } from '../../../src/params/paramNames.js';
import { commands } from '../../../src/protocol/commands.js';
import { events } from '../../../src/protocol/events.js';
import { controlRoutes } from '../../../src/sandbox/server/control/controlRoutes.js';
import { webhookEvents } from '../../../src/server/webhooks/events.js';
import { readTests } from './readTests.js';

const { used, named, expected, texts } = readTests();

const read = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

const isUsed = (name: string): boolean => used.has(name);
const isNamed = (name: string): boolean => named.has(name);
const isExpected = (name: string): boolean => expected.has(name);

/** Whether a test calls a path, with anything in place of its parameters. Those for tests are below `/_sandbox`. */
const isCalled = (path: string): boolean => {
  const pattern = new RegExp(
    `(^|[^\\w/]|/_sandbox)${path.replace('/*', '/[^/\\s]+').replace(/:\w+/g, '[^/\\s]+')}([?#]|$)`,
  );
  return texts.some((text) => pattern.test(text));
};

/** The functions, classes and constants in the reports of the public API. */
const publicNames = read('api', /\.md$/).flatMap((report) =>
  [...report.matchAll(/^export (?:declare )?(?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name!),
);

/** The routes of the sandbox's REST API, where they are declared. */
const apiRoutes = read('src/sandbox/server/api', /^add\w+Routes\.ts$/).flatMap((source) =>
  [...source.matchAll(/\.(?:get|post|put|patch|delete)\(\s*'(\/[^']*)'/g)].map(([, path]) => path!),
);

describe('a test', () => {
  test.each<[string, readonly string[], (name: string) => boolean]>([
    ['imports and uses every function, class and constant of the public API', publicNames, isUsed],
    ['expects every error code', Object.keys(errorList), isExpected],
    ['names every event', Object.keys(events), isNamed],
    ['names every event on the wire', Object.values(events).map(({ type }) => type), isNamed],
    ['names every command', Object.keys(commands), isNamed],
    ['names every command on the wire', Object.values(commands).map(({ command }) => command), isNamed],
    ['names every parameter', paramNames, isNamed],
    ['names every type of webhook', Object.keys(webhookEvents), isNamed],
    ['requests every route of the sandbox for tests', controlRoutes.map(({ path }) => path), isCalled],
    ['requests every route of the sandbox for the REST API', apiRoutes, isCalled],
  ])('%s', (_what, names, isFound) => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !isFound(name))).toEqual([]);
  });

  test('would be missed if there was none', () => {
    const [first, second] = ['noTest', 'NamesThis'];
    for (const isFound of [isUsed, isNamed, isExpected]) expect(isFound(`${first}${second}`)).toBe(false);
    expect(isCalled(`/${first}/:id/${second}`)).toBe(false);
  });
});
