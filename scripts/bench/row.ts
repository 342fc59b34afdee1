export interface BenchRow {
  name: string;
  value: string;
  /** Without a target, the figure explains another one. */
  target?: string;
  ok?: boolean;
}
