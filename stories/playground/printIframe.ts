const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same room on a page without React. `allow` is what the component gives its frame. */
export const printIframe = (url: string, allow: string): string =>
  `<iframe
  src="${escape(url)}"
  title="Whereby meeting"
  allow="${escape(allow)}"
  style="width: 100%; height: 100%; min-height: 20rem; border: 0"
></iframe>`;
