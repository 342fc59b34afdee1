import type { Issue } from './WherebyError.js';

/** The messages of several issues as one text. */
export const joinIssues = (issues: readonly Issue[]): string => issues.map(({ message }) => message).join('; ');
