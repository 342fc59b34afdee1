/**
 * The name of the frame of a URL. A browser that goes back to a server-rendered page gives a frame the URL that it had
 * there before, whatever its `src` says now, unless it has another name
 * (https://html.spec.whatwg.org/#reactivate-a-document, seen in Chromium 147). A number, because the room can read it,
 * and so can a page that the participant reaches by a link in the room.
 */
export const nameFrame = (url: string): string =>
  `room${[...url].reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) | 0, 0)}`;
