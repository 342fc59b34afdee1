import { describe, expect, test } from 'vitest';
import { allowFor } from '../../../src/embed/allow.js';

/** The features of an `allow` attribute, without their allowlists. */
const featuresOf = (allow: string) => allow.split(';').map((directive) => directive.trim().split(/\s/)[0]);

describe('the allow attribute', () => {
  test.each<[unknown, string]>([
    [['camera *'], 'with an allowlist'],
    [["camera 'self' https://acme.whereby.com"], 'with several sources'],
    [['camera\t*'], 'with a tab'],
    [[' Camera * '], 'with a capital'],
    [['CAMERA'], 'in capitals'],
    [['fullscreen; camera *'], 'behind another feature'],
    [['fullscreen *, camera *'], 'behind a comma'],
    [['camera;microphone'], 'before another feature'],
    [['camera=*'], 'written as in a header'],
    ['camera *', 'as one text'],
    ['clipboard-write; camera *', 'as the attribute itself'],
  ])('never has the camera that the URL withholds, given as %j, %s', (add) => {
    const allow = allowFor({ add: add as string[] }, ['camera']);
    expect(allow).not.toMatch(/camera/i);
    expect(featuresOf(allow)).toContain('microphone');
  });

  test('takes out what `remove` names, in any form', () => {
    for (const remove of [['display-capture'], ['Display-Capture *'], 'display-capture', ['x; display-capture']])
      expect(featuresOf(allowFor({ remove: remove as string[] }, []))).not.toContain('display-capture');
  });

  test('adds each directive once', () => {
    expect(allowFor({ add: ['clipboard-write; web-share', 'camera', '', ' ; '] }, []).split('; ')).toEqual([
      ...allowFor(undefined, []).split('; '),
      'clipboard-write',
      'web-share',
    ]);
  });
});
