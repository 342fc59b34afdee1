export { redisStore } from './webhooks/stores/redisStore.js';
export type { RedisStoreOptions } from './webhooks/stores/redisStore.js';
export type { RedisClient } from './webhooks/stores/toSendCommand.js';
