export { redisStore } from './webhooks/stores/redisStore.js';
export type { RedisClient, RedisStoreOptions } from './webhooks/stores/redisStore.js';
