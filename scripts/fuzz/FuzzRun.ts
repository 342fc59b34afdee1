/** How often a target of the fuzzer is run, and from which seed. */
export interface FuzzRun {
  readonly numRuns: number;
  /** The same seed gives the same inputs. */
  readonly seed: number;
}

/** What every file `scripts/fuzz/<name>.fuzz.ts` exports. */
export interface FuzzTarget {
  /** How often it is run if the command names no number. Default 100,000. */
  readonly usualRuns?: number;
  /** Throws if an input breaks what is promised. Returns one line about what was tried. */
  run(options: FuzzRun): Promise<string>;
}
