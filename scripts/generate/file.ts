/** A generated file: its path from the project's root, and its whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export const notice = 'Made by `npm run generate` from the docblocks. Do not edit.';
