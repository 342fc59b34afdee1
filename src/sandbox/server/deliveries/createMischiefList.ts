import type { Mischief } from './types.js';

/** What is planned for the next deliveries, in the order it was planned. */
export function createMischiefList() {
  let planned: { readonly mischief: Mischief; left: number }[] = [];
  return {
    add(mischief: Mischief) {
      planned.push({ mischief, left: mischief.times ?? 1 });
    },
    /** Takes what is planned for an event of this type. */
    take(type: string): Mischief | undefined {
      const found = planned.find(({ mischief }) => !mischief.type || mischief.type === type);
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) planned = planned.filter((one) => one !== found);
      return found.mischief;
    },
    clear() {
      planned = [];
    },
  };
}
