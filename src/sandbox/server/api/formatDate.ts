import type { ApiContext } from './ApiContext.js';

/** A date as responses spell it. */
export const formatDate = ({ behaviour }: Pick<ApiContext, 'behaviour'>, time: number): string => {
  const text = new Date(time).toISOString();
  return behaviour.milliseconds ? text : text.replace(/\.\d{3}Z$/, 'Z');
};
