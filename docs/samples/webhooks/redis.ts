import { createClient } from 'redis';
import { redisStore } from 'react-whereby-embed/server/redis';

const client = createClient({ url: 'redis://localhost:6379' });
client.on('error', (error: Error) => console.error(error.message));
await client.connect();
export const store = redisStore(client);
