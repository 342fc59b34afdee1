const names: Readonly<Record<string, string>> = { host: 'Host', visitor: 'Guest', viewer: 'Viewer' };

/** What the page calls a role. */
export const nameRole = (role: string): string => names[role] ?? role;
