import { rooms } from '../../../handlers';

export { rooms as GET, rooms as POST, rooms as DELETE };
