/** A room's name as the service writes it: `demo` and `/demo` become `/demo`. */
export const withLeadingSlash = (roomName: string): string => `/${roomName.replace(/^\/+/, '')}`;
