export interface Session {
  readonly userId: string;
  readonly name: string;
  readonly moderator: boolean;
}

/** Replace this with the app's own sign-in, such as Auth.js. */
export async function readSession(request: Request): Promise<Session | undefined> {
  const [, name] = /(?:^|; )name=(\w+)/.exec(request.headers.get('cookie') ?? '') ?? [];
  return name ? { userId: `user-${name}`, name, moderator: name === 'moderator' } : undefined;
}
