/**
 * Claims ids in a process of its own: `claimerProcess.ts <kind> <address> <lease> <count>`. A negative count goes from
 * the last id to the first; 0 claims `held` with that lease and `brief` with one of a millisecond, and hangs.
 */
import { storeOpeners } from './storeKinds.js';

const [kind, address, lease, count] = process.argv.slice(2) as [string, string, string, string];
const { store, close } = await storeOpeners[kind]!(address, Number(lease));

if (Number(count) === 0) {
  const { store: briefStore } = await storeOpeners[kind]!(address, 1);
  const claims = [await store.claim('held'), await briefStore.claim('brief')];
  process.stdout.write(`${claims.map(({ state }) => state).join(' ')}\n`);
  setInterval(() => undefined, 1000);
} else {
  // Waits for input, so that two processes begin together.
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const ids = Array.from({ length: Math.abs(Number(count)) }, (_, at) => `id-${at}`);
  if (Number(count) < 0) ids.reverse();
  const wins: string[] = [];
  await Promise.all(
    [...ids, ...ids].map(async (id) => {
      if ((await store.claim(id)).state === 'won') wins.push(id);
    }),
  );
  await close();
  process.stdout.write(`${JSON.stringify(wins)}\n`);
  process.exit(0);
}
