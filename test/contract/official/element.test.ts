import { readFileSync } from 'node:fs';
import { commands, events } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { compareElements } from '../../../scripts/official/compareElements.js';
import { readElement } from '../../../scripts/official/readElement.js';
import { paramNames } from '../../../src/params/paramNames.js';

const element = readElement('node_modules/@whereby.com/browser-sdk');
const guide = readFileSync('docs/migrating.md', 'utf8');

/** The names in the first column of the guide's table of differences. */
const listedDifferences = [
  ...guide
    .split('## How the element differs')[1]!
    .split('\n## ')[0]!
    .matchAll(/^\| (`.+?) +\|/gm),
]
  .flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)])
  .map(([, name]) => name!);

test('we have every attribute of the official element as a prop, and it has every parameter of ours, but for those the guide lists', () => {
  const props = [...paramNames, 'room', 'title'] as readonly string[];
  const theirs = Object.keys(element.attributes);
  const differing = [
    ...theirs.filter((name) => !props.includes(name)),
    ...props.filter((name) => !theirs.includes(name)),
  ];
  expect(differing.length).toBeGreaterThan(0);
  expect(listedDifferences).toEqual(expect.arrayContaining(differing));
});

test('we have the events of the official element and no others', () => {
  expect(
    Object.values(events)
      .map(({ type }) => type as string)
      .sort(),
  ).toEqual(Object.keys(element.events).sort());
});

test('commands have the names of the official element, and post the same, but for those the guide lists', () => {
  expect(Object.keys(commands).sort()).toEqual(Object.keys(element.commands).sort());
  const differing = Object.entries(commands).flatMap(([name, { command }]) =>
    element.commands[name]!.startsWith(`posts {"command":"${command}"`) ? [] : [name],
  );
  expect(differing).toEqual(['cancelKnock']);
  expect(listedDifferences).toEqual(expect.arrayContaining(differing));
});

test('a release with another attribute, event or command is described, one line for each change', () => {
  const { join: _gone, ...otherEvents } = element.events;
  const next = {
    ...element,
    attributes: { ...element.attributes, hologram: 'changes hologram' },
    events: otherEvents,
    commands: { ...element.commands, knock: 'posts {"command":"knock_knock","args":[]}' },
  };
  expect(compareElements(element, element)).toEqual([]);
  expect(compareElements(element, next)).toEqual([
    'attribute hologram is new: changes hologram',
    'event join is gone: CustomEvent',
    'command knock: posts {"command":"knock","args":[]} → posts {"command":"knock_knock","args":[]}',
  ]);
});
