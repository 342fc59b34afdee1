import { parsePresets, WherebyError } from 'react-whereby-embed/url';
import type { Issue } from 'react-whereby-embed/url';
import { describe, expect, test } from 'vitest';

const preset = (params: object, more: object = {}) => ({ version: 1, presets: { student: { params, ...more } } });

/** What is refused of a file. */
function refuseWithIssues(file: unknown): readonly Issue[] {
  try {
    parsePresets(file);
  } catch (error) {
    if (error instanceof WherebyError && error.code === 'PRESETS_INVALID') return error.issues!;
    throw error;
  }
  throw new Error('The file was not refused.');
}

const refuse = (file: unknown) => refuseWithIssues(file).map(({ message }) => message);

test('reads presets by name, with values in their normal form and what a file may leave out', () => {
  const presets = parsePresets({
    version: 1,
    presets: {
      teacher: { title: 'Teacher', description: 'Leads', role: 'host', params: { people: 'on', groups: ['a', 'b'] } },
      student: { params: { minimal: true, lang: 'de' } },
    },
  });
  expect(presets.teacher).toEqual({
    title: 'Teacher',
    description: 'Leads',
    role: 'host',
    params: { people: true, groups: ['a', 'b'] },
  });
  expect(presets.student).toMatchObject({ title: 'student', description: '', role: 'visitor' });
  // @ts-expect-error -- the file has no such preset
  expect(presets.parent).toBeUndefined();
});

test('reads the text of a file, with the byte order mark of Windows', () => {
  expect(parsePresets(`\uFEFF${JSON.stringify(preset({ chat: false }))}`)['student']?.params).toEqual({ chat: false });
});

test('has no properties but the presets, whatever they are called', () => {
  const presets = parsePresets('{"version":1,"presets":{"__proto__":{"params":{}},"constructor":{}}}');
  expect(Object.keys(presets)).toEqual(['__proto__', 'constructor']);
  expect(presets['toString']).toBeUndefined();
});

test('names the preset and the key of every problem at once', () => {
  const file = {
    version: 1,
    presets: {
      teacher: { role: 'boss', params: { chat: 'banana', caht: true, whatever: 1 } },
      student: { parms: {} },
      parent: 'all',
      observer: { title: 1, description: false, params: ['chat'] },
    },
  };
  expect(refuse(file)).toEqual([
    'teacher.role takes host, visitor, viewer',
    'teacher.params.chat takes on or off',
    'teacher.params.caht is no parameter of a room. Did you mean chat?',
    'teacher.params.whatever is no parameter of a room',
    'student.parms is unknown: a preset has title, description, role, params',
    'parent is no object with params',
    'observer.title takes text',
    'observer.description takes text',
    'observer.params takes an object of parameters',
  ]);
});

test.each([
  ['a text that is broken off', '{"version":1,"presets":{"a":{"params":{"roomKey":"SECRET7', /is no JSON/],
  ['a list', [], /is an object with version and presets/],
  ['nothing', undefined, /is an object with version and presets/],
  ['a newer version', { version: 2, presets: { a: { later: true } } }, /^version 2 is newer than this package/],
  ['no version', { presets: {} }, /^version takes 1/],
  ['no presets', { version: 1 }, /^presets takes an object/],
  ['a misspelt key of the file', { version: 1, preset: {}, presets: {} }, /^preset is unknown/],
  ['a preset without a name', { version: 1, presets: { ' ': {} } }, /no name/],
  ['null in place of leaving it out', preset({ chat: null }), /student\.params\.chat is null/],
])('refuses %s with one sentence', (_name, file, sentence) => {
  const messages = refuse(file);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(sentence);
  expect(messages[0]).not.toContain('SECRET7');
});

test.each([
  ['Chat', 'chat'],
  ['display-name', 'displayName'],
  ['displayNam', 'displayName'],
  ['langs', 'lang'],
  ['pe', undefined],
  ['nam', undefined],
])('suggests for %s the parameter that was meant, if one is near', (name, meant) => {
  expect(refuseWithIssues(preset({ [name]: true }))).toEqual([
    {
      code: 'UNKNOWN_PARAM',
      severity: 'error',
      param: name,
      message: `student.params.${name} is no parameter of a room${meant ? `. Did you mean ${meant}?` : ''}`,
    },
  ]);
});

describe('a key of a room', () => {
  const encode = (text: string, times: number): string => (times ? encode(encodeURIComponent(text), times - 1) : text);

  test.each([
    ['as a parameter', { roomKey: 'SECRET7' }],
    ['in another spelling', { 'room-key': 'SECRET7' }],
    ['with several separators', { 'ROOM_ -KEY': 'SECRET7' }],
    ['in the address of a picture', { avatarUrl: 'https://acme.whereby.com/demo?roomKey=SECRET7' }],
    ['in a list', { groups: ['red', '?roomKey=SECRET7'] }],
    ['encoded', { logo: 'https%3A%2F%2Facme.whereby.com%2Fdemo%3Froom%254bey%3DSECRET7' }],
    ['encoded four times', { avatarUrl: encode('https://acme.whereby.com/demo?room%4bey=SECRET7', 3) }],
  ])('is refused %s, and never repeated', (_name, params) => {
    const [name] = Object.keys(params);
    expect(refuseWithIssues(preset(params))).toEqual([
      {
        code: 'RESERVED_PARAM',
        severity: 'error',
        param: name,
        message: `student.params.${name} has the key of a room: take it out, and make a new room if others have seen the file`,
      },
    ]);
  });
});

test('the error says every problem', () => {
  expect(() => parsePresets(preset({ chat: 'banana' }, { role: 'boss' }))).toThrow(
    /student\.role takes host.*student\.params\.chat takes on or off/,
  );
});
