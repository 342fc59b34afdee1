import { expect, test } from 'vitest';
import { readWithheldPermissions } from '../../../src/params/readWithheldPermissions.js';

const room = 'https://acme.whereby.com/demo';

test.each([
  ['', []],
  ['?cameraAccess=off', ['camera']],
  ['?roomKey=k&cameraAccess=off&chat=off', ['camera']],
  ['?%63ameraAccess=off', ['camera']],
  ['?cameraAccess=on', []],
  ['?cameraAccess=offline', []],
  ['?cameraAccess', []],
  ['#?cameraAccess=off', []],
])('%s withholds %j', (query, permissions) => {
  expect(readWithheldPermissions(room + query)).toEqual(permissions);
});
