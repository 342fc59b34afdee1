/**
 * A process of its own that claims ids: `claimerProcess.ts <kind> <address> <lease> <count>`. A count below
 * nought goes from the last to the first, nought claims one id and hangs.
 */
import { storeOpeners } from './storeKinds.js';

const [kind, address, lease, count] = process.argv.slice(2) as [string, string, string, string];
const { store, close } = await storeOpeners[kind]!(address, Number(lease));

if (Number(count) === 0) {
  process.stdout.write(`${(await store.claim('held')).state}\n`);
  setInterval(() => undefined, 1000);
} else {
  // Said and waited for, so that both begin together.
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
