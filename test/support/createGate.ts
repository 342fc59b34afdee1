export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

/** Something that happens when the test says so. */
export function createGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
