import { startSandbox } from 'react-whereby-embed/sandbox';

const sandbox = await startSandbox();

sandbox.faults.add('rate-limited'); // every request to the REST API, until it is removed
sandbox.faults.clear();
sandbox.faults.add({ name: 'lost-answer', method: 'POST', times: 1 }); // it was done, and nobody knows
sandbox.faults.add({ path: '/v1/meetings', status: 500, times: 2 });
sandbox.faults.add({ name: 'deliveries-doubled', times: 3 });

sandbox.webhooks.next({ lose: true });
sandbox.webhooks.next({ delayMs: 5_000, type: 'room.client.left' });
sandbox.webhooks.hold();
sandbox.trigger('room.client.joined', { roomName: 'demo', data: { displayName: 'Zoë' } });
sandbox.trigger('room.client.left', { roomName: 'demo' });
sandbox.webhooks.release('reverse');
sandbox.webhooks.set({ resignOnRetry: false });

sandbox.dropConnections();
sandbox.setAllowedDomains(['https://app.example']);

await sandbox.close();
