/** What identity providers and user tables call a person. */
export interface NamedUser {
  readonly displayName?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly fullName?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly given_name?: string | null | undefined;
  readonly family_name?: string | null | undefined;
  readonly username?: string | null | undefined;
  readonly nickname?: string | null | undefined;
  /** Only what stands before the `@` is used. */
  readonly email?: string | null | undefined;
}

const MAX = 100;

/** What the room takes: no `$ ! < > : ;`, nothing invisible, no turned direction of writing, one line, 100 characters. */
function clean(text: unknown): string {
  if (typeof text !== 'string') return '';
  const line = text
    .normalize('NFC')
    .replace(/[$!<>:;]/g, '')
    // The two joiners are part of how some scripts and pictures are written.
    .replace(/(?:(?![\u200c\u200d])[\p{C}\s])+/gu, ' ')
    .trim();
  let kept = '';
  for (const letter of line) {
    if (kept.length + letter.length > MAX) break;
    kept += letter;
  }
  return kept.trim();
}

/**
 * A name for `displayName` that the room accepts, from whatever is known of a person; the first that says anything
 * of display name, full name, first and last name, user name, and the local part of the e-mail address. Empty where
 * nothing does: the room then asks.
 */
export function displayNameFrom(user: NamedUser | string | null | undefined): string {
  const known: NamedUser = typeof user === 'string' ? { displayName: user } : (user ?? {});
  const both = (...parts: readonly unknown[]) => parts.map(clean).filter(Boolean).join(' ');
  const names = [
    known.displayName,
    known.fullName,
    known.name,
    both(known.firstName, known.lastName),
    both(known.given_name, known.family_name),
    known.nickname,
    known.username,
    typeof known.email === 'string' ? known.email.split('@', 1)[0] : '',
  ];
  return names.map(clean).find(Boolean) ?? '';
}
