import { pages } from './pages.generated.js';

export interface Neighbour {
  readonly id: string;
  readonly name: string;
}

const toNeighbour = (page: (typeof pages)[number] | undefined): Neighbour | undefined =>
  page && { id: page.id, name: page.title.replace(/^[^/]*\//, '') };

/** The pages before and after one in the sidebar: the guides in their order, then the reference. */
export function neighboursOf(path: string): {
  readonly previous: Neighbour | undefined;
  readonly next: Neighbour | undefined;
} {
  const isReference = (one: (typeof pages)[number]) => one.title.startsWith('Reference/');
  const inOrder = [...pages.filter((page) => !isReference(page)), ...pages.filter(isReference)];
  const index = inOrder.findIndex((page) => page.path === path);
  return { previous: toNeighbour(inOrder[index - 1]), next: index < 0 ? undefined : toNeighbour(inOrder[index + 1]) };
}
