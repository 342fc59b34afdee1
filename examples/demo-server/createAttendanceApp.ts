import { Hono } from 'hono';
import { createWebhookHandler, memoryStore, summarizeAttendance } from 'react-whereby-embed/server';

/**
 * Hears the service's webhooks and answers who was there:
 *
 *   POST /api/webhooks                   from the service, signed
 *   GET  /api/meetings/<id>/attendance   AttendanceSummary, and the time up to which it counts
 *
 * A demo shows it to anyone who knows the meeting's id; an app asks who wants to know.
 */
export function createAttendanceApp(secret: string): Hono {
  const store = memoryStore();
  const webhooks = createWebhookHandler({ secret, store });
  const app = new Hono();
  app.post('/api/webhooks', ({ req }) => webhooks(req.raw));
  app.get('/api/meetings/:id/attendance', async (context) => {
    const events = await store.eventsOf({ meetingId: context.req.param('id') });
    const now = new Date();
    return context.json({ ...summarizeAttendance(events, { now }), now });
  });
  return app;
}
