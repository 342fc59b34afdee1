import { slug } from 'github-slugger';

/** The id of a heading as GitHub gives it, so that one link works there and in Storybook. Backslashes only escape. */
export const slugify = (heading: string): string => slug(heading.replaceAll(/[\\`*]/g, ''));
