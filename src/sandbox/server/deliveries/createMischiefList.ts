import type { Mischief, Planned } from './types.js';

/** What is planned for the next deliveries, in the order it was planned. */
export function createMischiefList() {
  let plans: { readonly mischief: Mischief; left: number }[] = [];
  return {
    add(mischief: Mischief): Planned {
      const plan = { mischief, left: mischief.times ?? 1 };
      plans.push(plan);
      return {
        countLeft: () => (plans.includes(plan) ? plan.left : 0),
        cancel() {
          plans = plans.filter((one) => one !== plan);
        },
      };
    },
    /** Takes what is planned for an event of this type. */
    take(type: string): Mischief | undefined {
      const found = plans.find(({ mischief }) => !mischief.type || mischief.type === type);
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) plans = plans.filter((one) => one !== found);
      return found.mischief;
    },
    clear() {
      plans = [];
    },
  };
}
