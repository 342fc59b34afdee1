import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

const rooms = createRoomsHandler({ whereby: createWhereby(), authorize: () => null });

export const fallback = ({ request }: { request: Request }) => rooms(request);
