export interface Session {
  readonly userId: string;
  readonly name: string;
  /** Whose meetings the person may see. */
  readonly organization: string;
  readonly moderator: boolean;
}

/** Replace this with the app's own sign-in, such as Auth.js. */
export async function readSession(request: Request): Promise<Session | undefined> {
  const cookie = request.headers.get('cookie') ?? '';
  const [, name] = /(?:^|; )name=(\w+)/.exec(cookie) ?? [];
  const [, organization = 'acme'] = /(?:^|; )organization=(\w+)/.exec(cookie) ?? [];
  return name ? { userId: `user-${name}`, name, organization, moderator: name === 'moderator' } : undefined;
}
