import { buildStorybookRooms } from './build/buildStorybookRooms.js';

await buildStorybookRooms();
