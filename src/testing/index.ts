export { fakeRoom } from './fakeRoom.js';
export type { FakeRoom, FakeRoomInDomOptions } from './fakeRoom.js';
export { fakeRoomInPage } from './fakeRoomInPage.js';
export type { FakeRoomInPage, FakeRoomInPageOptions, FrameLike, PageLike } from './fakeRoomInPage.js';
export type { FakeCommand, FakeRoomOptions, WireEvent, WirePayload } from './types.js';
