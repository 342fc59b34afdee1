/** An option that is a duration or a count, as it is tried with every number. */
export interface DurationOption {
  /**
   * Passes the option, and does what it limits with work that takes longer than its default. Throws or rejects with the
   * option's error, and if a time that is unlimited or long was up.
   */
  readonly use: (value: never) => unknown;
  /** Numbers that it refuses, because no meaning fits. */
  readonly refuses?: readonly number[];
}

/** By the option's name; what stands before a `: ` tells options of one name apart. */
export type DurationOptions = Readonly<Record<string, DurationOption>>;
