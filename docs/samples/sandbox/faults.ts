import { startSandbox } from 'react-whereby-embed/sandbox';

const sandbox = await startSandbox();

sandbox.faults.add({ path: '/v1/meetings', status: 500, times: 2 });
sandbox.faults.add({ method: 'POST', drop: 'after', times: 1 }); // it was done, and nobody knows
sandbox.faults.add({ latencyMs: 3_000 });

sandbox.webhooks.next({ lose: true });
sandbox.webhooks.next({ duplicate: 2, type: 'room.client.left' });
sandbox.webhooks.next({ delayMs: 5_000 });
sandbox.webhooks.hold();
sandbox.trigger('room.client.joined', { roomName: 'demo', data: { displayName: 'Zoë' } });
sandbox.trigger('room.client.left', { roomName: 'demo' });
sandbox.webhooks.release('reverse');
sandbox.webhooks.set({ resignOnRetry: false });

sandbox.dropConnections();
sandbox.setAllowedDomains(['https://app.example']);
