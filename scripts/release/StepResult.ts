/** What a step of a release found. */
export interface StepResult {
  /** Lines that are printed whether or not something is missing. */
  readonly lines: readonly string[];
  /** What must be done before the package can be published, one sentence each. */
  readonly missing: readonly string[];
}
