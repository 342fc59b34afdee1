/** Whoever handles every event for a purpose of their own. */
export const consumers = ['attendance', 'billing'] as const;

export type Consumer = (typeof consumers)[number];

export const secret = 'of-the-receivers';
