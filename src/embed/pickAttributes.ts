/** The props whose names start with a prefix: `data-*` go on the element, `aria-*` on the frame. */
export const pickAttributes = (props: object, prefix: 'data-' | 'aria-'): object =>
  Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith(prefix)));
