import type { Rules } from './Rules.js';

/** A name as webhooks and insights show it. */
export const getShownName = ({ hideNames }: Pick<Rules, 'hideNames'>, name: string): string =>
  hideNames ? '[[redacted]]' : name;
