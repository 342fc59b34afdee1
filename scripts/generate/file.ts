import { format, resolveConfig } from 'prettier';

/** A generated file: its path from the project's root, and its whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export const notice = 'Made by `npm run generate` from the docblocks. Do not edit.';

/** A generated file in the format of the project's files. */
export const formatFile = async (path: string, text: string): Promise<GeneratedFile> => ({
  path,
  text: await format(text, { ...(await resolveConfig(path)), filepath: path }),
});
