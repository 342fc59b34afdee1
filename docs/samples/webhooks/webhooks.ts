import { createWebhookHandler, memoryStore } from 'react-whereby-embed/server';

export const webhooks = createWebhookHandler({
  secret: process.env.WHEREBY_WEBHOOK_SECRET, // the default
  store: memoryStore(),
  on: {
    'room.client.joined': async ({ data }) => console.log(`${data.displayName} joined ${data.roomName}`),
    'recording.finished': async ({ data }) => console.log(`recorded: ${data.filename}`),
  },
});
