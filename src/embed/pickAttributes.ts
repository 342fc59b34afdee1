/** The props whose names start with a prefix: `data-*` go on the element, `aria-*` on the frame. */
export function pickAttributes(props: object, prefix: 'data-' | 'aria-'): object {
  const names = Object.keys(props).filter((name) => name.startsWith(prefix));
  return Object.fromEntries(names.map((name) => [name, props[name as keyof typeof props]]));
}
