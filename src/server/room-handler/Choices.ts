/** What the browser may choose when it creates a meeting. What is not named here it may not choose. */
export interface Choices {
  /** Bounds of the minutes until `endDate`. `min` defaults to 1. */
  readonly minutes?: { readonly min?: number | undefined; readonly max: number } | undefined;
  readonly mode?: readonly ('normal' | 'group')[] | undefined;
  /** Whether the browser may choose if the room is locked. */
  readonly locked?: boolean | undefined;
  /** The prefixes to choose from, or a function that accepts a prefix. */
  readonly prefix?: readonly string[] | ((prefix: string) => boolean | Promise<boolean>) | undefined;
}
