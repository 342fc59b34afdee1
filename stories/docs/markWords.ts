const NAME = 'searched-words';

/**
 * Marks the words that were looked for in an element, without changing it. Where the browser has no highlights
 * (https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API) nothing is marked.
 */
export function markWords(element: HTMLElement, words: readonly string[]): void {
  if (typeof Highlight === 'undefined' || !words.length) return;
  const highlight = new Highlight();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.toLowerCase() ?? '';
    for (const word of words)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        highlight.add(range);
      }
  }
  CSS.highlights.set(NAME, highlight);
}

export const unmarkWords = (): void => {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(NAME);
};

/** The words that the search put into the address of the page around this frame. */
export function readSearchedWords(): readonly string[] {
  try {
    const words = new URLSearchParams(window.parent.location.search).get('mark') ?? '';
    return words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 12);
  } catch {
    // The page around is of another origin.
    return [];
  }
}
