import { rooms } from '../../../../lib/rooms';

export { rooms as GET, rooms as POST, rooms as DELETE };
