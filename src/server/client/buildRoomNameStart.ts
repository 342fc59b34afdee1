/** The start of a room's name, as the API derives it from a `roomNamePrefix`: lower case, without blanks, with a slash. */
export const buildRoomNameStart = (prefix: string): string =>
  `/${prefix.toLowerCase().replace(/\s/g, '').replace(/^\//, '')}`;
