import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parsePresets } from 'react-whereby-embed';
import { readPresets, writePresets } from '../../../stories/playground/presetFile.js';
import { anyParams } from '../../support/arbitraryParams.js';

describe('a file of presets', () => {
  it('is read as it was written, here and by an app', () => {
    const presets = fc.dictionary(
      fc.stringMatching(/^[A-Za-z][\w ]{0,20}[A-Za-z]$/).filter((name) => !(name in Object.prototype)),
      fc.record({ role: fc.constantFrom('visitor', 'host', 'viewer'), params: anyParams }),
      { maxKeys: 4, noNullPrototype: true },
    );
    fc.assert(
      fc.property(presets, (given) => {
        const file = writePresets(given);
        expect(readPresets(file).presets).toEqual(JSON.parse(file).presets);
        expect(Object.keys(parsePresets(file))).toEqual(Object.keys(given));
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out a value that no room takes, which an app would refuse', () => {
    const file = writePresets({ Student: { role: 'visitor', params: { displayName: 'a<b', chat: false } } });
    expect(parsePresets(file)['Student']?.params).toEqual({ chat: false });
  });

  test.each([
    ['', /no JSON/],
    ['{"version":1,', /no JSON/],
    ['[]', /has no presets/],
    ['{"version":1,"presets":[]}', /has no presets/],
    ['{"version":2,"presets":{"a":{}}}', /newer/],
    ['{"version":1,"presets":{}}', /no presets in it/],
  ])('says what is wrong with %j and imports nothing', (text, problem) => {
    const read = readPresets(text);
    expect(read.presets).toEqual({});
    expect(read.problems.join()).toMatch(problem);
  });

  it('keeps what is right beside what is not, and never a key', () => {
    const read = readPresets(
      '{"version":1,"presets":{"Student":{"params":{"chat":false,"roomKey":"s3cret","nope":1,"displayName":"a<b"}},"__proto__":{"params":{"chat":true}}}}',
    );
    expect(read.presets).toEqual({ Student: { role: 'visitor', params: { chat: false } } });
    expect(read.problems).toHaveLength(4);
    expect(JSON.stringify(read)).not.toContain('s3cret');
  });
});
