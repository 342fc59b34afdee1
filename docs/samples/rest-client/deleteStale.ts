import { createWhereby, deleteStaleMeetings } from 'react-whereby-embed/server';

const { found, deleted, failed } = await deleteStaleMeetings({
  whereby: createWhereby(),
  prefix: 'lesson-',
  before: new Date(Date.now() - 24 * 60 * 60_000),
  dryRun: true, // look first
});

console.log(found.length, deleted.length, failed.length);
