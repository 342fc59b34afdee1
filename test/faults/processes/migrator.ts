/** An app that starts: `migrator.js <kind> <address>` calls `migrate()` when the test says go, and claims an event. */
import { storeOpeners } from '../../stores/support/storeKinds.js';

const [kind, address] = process.argv.slice(2) as [string, string];
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));
const { store } = await storeOpeners[kind]!(address);
console.log((await store.claim(`event-${process.pid}`)).state);
process.exit();
