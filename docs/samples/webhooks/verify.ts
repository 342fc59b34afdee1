import { isWebhookEvent, verifyWebhook } from 'react-whereby-embed/server';

export async function receive(request: Request): Promise<void> {
  const event = await verifyWebhook({
    body: await request.arrayBuffer(),
    signature: request.headers.get('whereby-signature'),
  });
  if (isWebhookEvent(event, 'recording.finished')) console.log(`recorded: ${event.data.filename}`);
  else if (isWebhookEvent(event)) console.log(`${event.type} in ${event.data.roomName}`);
  else console.log(`unknown: ${event.type}`); // a newer type, or data in another shape
}
