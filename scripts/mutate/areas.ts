interface Area {
  readonly source: string;
  /** A folder of `source` that is an area of its own. */
  readonly without?: string;
  readonly tests: readonly string[];
  /** The tests use the real servers. */
  readonly hasDatabases?: boolean;
}

/** What must never be wrong, and the folders and files of tests that are to notice when it is. */
export const areas: Readonly<Record<string, Area>> = {
  params: { source: 'src/params', tests: ['test/unit/params', 'test/unit/embed'] },
  protocol: { source: 'src/protocol', tests: ['test/unit/protocol', 'test/unit/testing'] },
  meeting: { source: 'src/meeting', tests: ['test/unit/meeting', 'test/unit/callbacks.test.ts'] },
  bridge: { source: 'src/bridge', tests: ['test/unit/bridge', 'test/unit/diagnosis', 'test/dom/embed'] },
  webhooks: {
    source: 'src/server/webhooks',
    without: 'src/server/webhooks/stores',
    tests: ['test/unit/webhooks', 'test/unit/callbacks.test.ts', 'test/contract/platforms/bodiesAndOrigins.test.ts'],
  },
  stores: {
    source: 'src/server/webhooks/stores',
    tests: ['test/unit/webhooks', 'test/stores'],
    hasDatabases: true,
  },
  metadata: { source: 'src/server/metadata', tests: ['test/unit/metadata'] },
  attendance: { source: 'src/server/attendance', tests: ['test/unit/attendance'] },
  csv: { source: 'src/server/csv', tests: ['test/unit/csv'] },
  'room-handler': {
    source: 'src/server/room-handler',
    tests: ['test/unit/room-handler', 'test/unit/callbacks.test.ts'],
  },
};
