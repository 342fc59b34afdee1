/** A user, with the properties that identity providers and user tables have for names. */
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
  /** Only the part before the `@` is used. */
  readonly email?: string | null | undefined;
}

const maxLength = 100;

/**
 * A text as the room accepts it: one line of at most 100 characters, none of `$ ! < > : ;`, no invisible or
 * direction-changing ones.
 */
function cleanName(text: unknown): string {
  if (typeof text !== 'string') return '';
  const line = text
    .normalize('NFC')
    .replace(/[$!<>:;]/g, '')
    // The two joiners belong to the spelling of some scripts and to composed emoji.
    .replace(/(?:(?![\u200c\u200d])[\p{C}\s])+/gu, ' ')
    .trim();
  let kept = '';
  // Cut between code points, not inside one.
  for (const character of line) {
    if (kept.length + character.length > maxLength) break;
    kept += character;
  }
  return kept.trim();
}

/**
 * Returns a name for the parameter `displayName` that the room accepts, from a text or from whatever is known of a
 * user: the first of display name, full name, first and last name, nickname, user name, and the part of the email
 * address before the `@` that is not empty. Returns an empty text if there is none; the room then asks for a name.
 */
export function displayNameFrom(user: NamedUser | string | null | undefined): string {
  const known: NamedUser = typeof user === 'string' ? { displayName: user } : (user ?? {});
  const join = (...parts: readonly unknown[]) => parts.map(cleanName).filter(Boolean).join(' ');
  const names = [
    known.displayName,
    known.fullName,
    known.name,
    join(known.firstName, known.lastName),
    join(known.given_name, known.family_name),
    known.nickname,
    known.username,
    typeof known.email === 'string' ? known.email.split('@', 1)[0] : '',
  ];
  return names.map(cleanName).find(Boolean) ?? '';
}
