/** Methods that take the node, or all that is in it, out of its place. */
const removingOwn = ['remove', 'replaceWith', 'replaceChildren'] as const;
/** Methods that take a child, which is an argument, out of its place. */
const removingChild = ['removeChild', 'replaceChild', 'insertBefore', 'appendChild'] as const;

type Method = (...args: unknown[]) => unknown;

/**
 * Calls back before anything that an element is in is removed from the document or moved in it, until the function it
 * returns is called. Frames are unloaded while a node is removed, and browsers have no event before that:
 * `MutationObserver` reports it afterwards. So for this time, the nodes around the element have methods of their own.
 */
export function beforeRemoval(element: Element, callback: () => void): () => void {
  const undo: (() => void)[] = [];
  const intercept = (node: Node, name: string, isMeant: (args: readonly unknown[]) => boolean) => {
    const methods = node as unknown as Record<string, Method | undefined>;
    const original = methods[name];
    if (!original) return;
    methods[name] = (...args) => {
      if (isMeant(args)) callback();
      return original.apply(node, args);
    };
    undo.push(() => delete methods[name]);
  };
  // Not `instanceof`: nodes of another window have other classes.
  const isNode = (node: unknown): node is Node => typeof (node as Partial<Node> | null)?.nodeType === 'number';
  const holdsElement = (node: unknown) => isNode(node) && node !== element && node.contains(element);

  for (let node = element.parentNode; node; node = node.parentNode) {
    for (const name of removingOwn) intercept(node, name, () => true);
    for (const name of removingChild) intercept(node, name, (args) => args.some(holdsElement));
  }
  return () => undo.forEach((restore) => restore());
}
