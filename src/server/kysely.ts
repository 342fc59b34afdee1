export { kyselyStore } from './webhooks/stores/kysely/kyselyStore.js';
export type { KyselyStore, KyselyStoreOptions } from './webhooks/stores/kysely/kyselyStore.js';
export { webhookMigrations } from './webhooks/stores/kysely/webhookMigrations.js';
export type { WebhookEventTable, WebhookTables } from './webhooks/stores/kysely/WebhookTables.js';
