import type { Kind } from './kinds/Kind.js';
import { params } from './registry.js';

/** The key of a role, and the keys by which room and page find each other. */
const serviceKeys = ['roomKey', 'jsApi', 'we', 'iframeSource', 'needancestor'];

/** Whether a query key has a meaning of its own, so that no app can set it: one of the service's, or an alias. */
export const isReservedKey = (key: string): boolean =>
  serviceKeys.includes(key) || Object.values<Kind>(params).some(({ alias }) => alias === key);
