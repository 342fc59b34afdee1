/** The item at a number, counted around as often as it takes. */
export const pick = <Item>(items: readonly [Item, ...Item[]], number: number): Item =>
  items[number % items.length] ?? items[0];
