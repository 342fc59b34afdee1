import fc from 'fast-check';
import { buildRoomUrl } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { planFrame } from '../../../src/embed/planFrame.js';
import { printIframe } from '../../../stories/playground/printIframe.js';
import { anyParams } from '../../support/arbitraryParams.js';

const room = 'https://acme.whereby.com/demo';

test('a printed iframe loads exactly the address it was printed from, with the permissions that the component gives, and can hold nothing else', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const url = buildRoomUrl(room, params);
      const page = new DOMParser().parseFromString(printIframe(url), 'text/html');
      const [frame, ...others] = page.body.querySelectorAll('*');
      expect(others).toEqual([]);
      expect(frame?.getAttribute('src')).toBe(url);
      expect(frame?.getAttribute('allow')).toBe(planFrame({ room, ...params }).allow);
    }),
  );
});

test('a parameter that switches the camera off leaves it out of the permissions', () => {
  expect(printIframe(buildRoomUrl(room))).toContain('allow="camera; microphone;');
  expect(printIframe(buildRoomUrl(room, { cameraAccess: false }))).toContain('allow="microphone;');
});
