/** A room's name as the service writes it: `demo`, `/demo` and `/demo/` become `/demo`. */
export const withLeadingSlash = (roomName: string): string => `/${roomName.replace(/^\/+|(?<!\/)\/+$/g, '')}`;
