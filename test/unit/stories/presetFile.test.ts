import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readPresets, writePresets } from '../../../stories/playground/presetFile.js';
import { anyParams } from '../../support/arbitraryParams.js';

describe('a file of presets', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[A-Za-z][\w ]{0,20}[A-Za-z]$/), anyParams, { maxKeys: 4 }),
        (presets) => {
          fc.pre(Object.keys(presets).every((name) => !(name in Object.prototype)));
          const read = readPresets(writePresets(presets));
          expect(read.presets).toEqual(JSON.parse(writePresets(presets)).presets);
        },
      ),
      { numRuns: 50 },
    );
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
      '{"version":1,"presets":{"Student":{"chat":false,"roomKey":"s3cret","nope":1,"displayName":"a<b"},"__proto__":{"chat":true}}}',
    );
    expect(read.presets).toEqual({ Student: { chat: false } });
    expect(read.problems).toHaveLength(4);
    expect(JSON.stringify(read)).not.toContain('s3cret');
  });
});
