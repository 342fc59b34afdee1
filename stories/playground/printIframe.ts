import { allowFor } from '../../src/embed/allow.js';
import { readWithheldPermissions } from '../../src/params/readWithheldPermissions.js';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same room on a page without React, with the permissions that the component gives its frame. */
export const printIframe = (url: string): string =>
  `<iframe
  src="${escape(url)}"
  title="Whereby meeting"
  allow="${escape(allowFor(undefined, readWithheldPermissions(url)))}"
  style="width: 100%; height: 100%; min-height: 20rem; border: 0"
></iframe>`;
