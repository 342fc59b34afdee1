export { webhookEvents } from './events.js';
export type {
  UnknownWebhookEvent,
  WebhookDefinition,
  WebhookData,
  WebhookEnvelope,
  WebhookEvent,
  WebhookEventOf,
  WebhookEventType,
} from './events.js';
export { isWebhookEvent } from './isWebhookEvent.js';
export { signWebhook } from './signWebhook.js';
export type { SignWebhookOptions } from './signWebhook.js';
export { verifyWebhook } from './verifyWebhook.js';
export type { VerifyWebhookOptions } from './verifyWebhook.js';
export { createWebhookHandler } from './createWebhookHandler.js';
export type { WebhookHandler } from './WebhookHandler.js';
export type { WebhookHandlerOptions } from './handler/WebhookHandlerOptions.js';
export { memoryStore } from './stores/memoryStore.js';
export type { MemoryStoreOptions } from './stores/memoryStore.js';
export type {
  AbandonedEvent,
  BuiltInStore,
  Claim,
  MeetingRef,
  StoredEvent,
  WebhookStore,
} from './stores/WebhookStore.js';
