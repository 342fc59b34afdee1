import { startSandbox } from 'react-whereby-embed/sandbox';

const sandbox = await startSandbox({ webhooks: ['http://localhost:3000/webhooks'] });

sandbox.clock.freeze(Date.parse('2026-01-01T10:00:00Z'));
const { meetingId, roomName } = sandbox.world.createMeeting({ endDate: sandbox.clock.now() + 3_600_000 });
sandbox.roomUrl(roomName, 'host'); // what POST /meetings returns as hostRoomUrl

const ada = sandbox.world.join(meetingId, { displayName: 'Ada', role: 'host' });
sandbox.world.join(meetingId, { displayName: 'Bob', externalId: 'user-42' }); // a session starts
if (ada) sandbox.world.leave(ada.participantId); // undefined if the room was full
sandbox.clock.advance(60_000); // the session ends, and nobody has waited

await sandbox.webhooks.settled(); // every event was delivered, or given up
await sandbox.close();
