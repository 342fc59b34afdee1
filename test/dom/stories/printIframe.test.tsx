import fc from 'fast-check';
import { buildRoomUrl } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { printIframe } from '../../../stories/playground/printIframe.js';
import { anyParams } from '../../support/arbitraryParams.js';

test('a printed iframe loads exactly the address it was printed from, and can hold nothing else', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const url = buildRoomUrl('https://acme.whereby.com/demo', params);
      const page = new DOMParser().parseFromString(printIframe(url, 'camera; microphone "<'), 'text/html');
      const [frame, ...others] = page.body.querySelectorAll('*');
      expect(others).toEqual([]);
      expect(frame?.getAttribute('src')).toBe(url);
      expect(frame?.getAttribute('allow')).toBe('camera; microphone "<');
    }),
  );
});
