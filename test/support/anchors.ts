/** The anchors GitHub gives to the headings of a page. */
export const listAnchors = (text: string): string[] =>
  [...text.replace(/^[ \t]*```[\s\S]*?^[ \t]*```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
