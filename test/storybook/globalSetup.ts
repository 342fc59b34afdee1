export { buildStorybookRooms as setup } from '../../scripts/build/buildStorybookRooms.js';
