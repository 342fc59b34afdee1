import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

const rooms = createRoomsHandler({ whereby: createWhereby(), authorize: () => null });

export { rooms as GET, rooms as POST, rooms as DELETE };
