import fc from 'fast-check';

const words = ['roomKey', 'roomkey', 'room_key', 'hostRoomKey', 'apiKey', 'access_token', 'password', 'secret', 'jwt'];

/** Ways to write a text that mean the same to whoever reads it often enough. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text))),
  (text) => [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
  (text) => `${text.slice(0, 3)}\t${text.slice(3)}`,
  (text) => `${text.slice(0, 3)}\r\n ${text.slice(3)}`,
  (text) => `${text.slice(0, 2)}\u200d${text.slice(2)}`,
  (text) => `${text.slice(0, 2)}%E2%80%8B${text.slice(2)}`,
  (text) => text.toUpperCase(),
];

/** Room addresses of many forms, whole and damaged, in each of which the secret is the value of a key of some name. */
export const addressesAround = (secret: string): fc.Arbitrary<string> =>
  fc
    .record({
      word: fc.constantFrom(...words),
      spell: fc.constantFrom(...spellings),
      pairSpell: fc.constantFrom(...spellings.slice(0, 3)),
      assign: fc.constantFrom('=', '%3D', '%253D'),
      before: fc.constantFrom(
        '',
        'a?',
        'x=1?',
        'minimal&',
        'utm=',
        'utm=1;',
        'chat=on?',
        'next=https://x.example/?',
        '&',
      ),
      after: fc.constantFrom('', '&chat=on', '?minimal', '&chat=banana', ';x=1', '.', '#top', '&roomKey=1&roomKey=2'),
      place: fc.constantFrom(
        'https://acme.whereby.com/demo?',
        'https://acme.whereby.com/demo&',
        'https://acme.whereby.com/demo%3F',
        'https://acme.whereby.com/demo;',
        'https://acme.whereby.com/demo#',
        'https://acme.whereby.com/demo/',
        'https://acme.whereby.com?',
        'https://acme.whereby.com&',
        'https://ada:',
        'acme.whereby.com/demo?',
        'http://acme.whereby.com/demo?minimal?',
        'https://evil.example/?',
        '<https://acme.whereby.com/demo?',
        'demo?',
        '',
      ),
      noise: fc.string({ unit: 'binary', maxLength: 4 }),
      at: fc.nat(60),
    })
    .map(({ word, spell, pairSpell, assign, before, after, place, noise, at }) => {
      const pair = before + pairSpell(`${spell(word)}${assign}`) + secret;
      const address = `${place}${pair}${place.endsWith('ada:') ? '@acme.whereby.com/demo' : ''}${after}`;
      // Not inside the name: what is damaged there is no longer the name of a key.
      const start = Math.min(at, place.length);
      return address.slice(0, start) + noise + address.slice(start);
    });
