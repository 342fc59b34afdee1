import { createRoomsHandler, createWebhookHandler, createWhereby, memoryStore } from 'react-whereby-embed/server';

/** A teacher, known by a token, may create meetings; nobody else gets in. Key and address are in the environment. */
export const rooms = createRoomsHandler({
  whereby: createWhereby(),
  authorize: (request) =>
    request.headers.get('authorization') === 'Bearer teacher'
      ? { tenant: 'school', externalId: 'teacher-1', role: 'host', may: ['create', 'enter', 'delete'] }
      : null,
});

export const webhooks = createWebhookHandler({
  store: memoryStore(),
  on: { 'room.client.joined': async ({ data }) => console.log(`joined: ${data.displayName}`) },
});
