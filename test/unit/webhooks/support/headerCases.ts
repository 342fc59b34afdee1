import { signWebhook } from 'react-whereby-embed/server';
import { secret, time, usual, vectors } from './vectors.js';

interface HeaderCase {
  readonly header: string | readonly string[] | null | undefined;
  readonly body?: Buffer;
  readonly secret?: string | readonly string[];
  /** Seconds from the time of signing to now. */
  readonly after?: number;
  /** `event`, or the code of the error. */
  readonly expect: string;
  /** What the error's text must contain. */
  readonly errorText?: RegExp;
  /** How another implementation of the same scheme differs, and so decides the opposite. */
  readonly stripeDiffers?: string;
}

const v1 = usual.signature;
const foreign = (await signWebhook({ body: usual.body, secret: 'someone-else', timestamp: time })).split('v1=')[1]!;
const header = `t=${time},v1=${v1}`;

/** Headers that can arrive, each with what `verifyWebhook` makes of it. */
export const headerCases: Readonly<Record<string, HeaderCase>> = {
  'as it arrives': { header, expect: 'event' },
  'a second later': { header, after: 1, expect: 'event' },
  'a minute later': { header, after: 59, expect: 'event' },
  'at the very end of the tolerance': { header, after: 300, expect: 'event' },
  'a second past the tolerance': {
    header,
    after: 301,
    expect: 'WEBHOOK_TIMESTAMP',
    errorText: /301 seconds before.*clock/,
  },
  'from the near future': { header, after: -300, expect: 'event' },
  'from the far future': {
    header,
    after: -301,
    expect: 'WEBHOOK_TIMESTAMP',
    errorText: /301 seconds ahead/,
    stripeDiffers: 'it takes any time in the future',
  },
  "over another body's bytes": {
    header,
    body: vectors[0]!.body,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    errorText: /parsed/,
  },
  'with a later time written in': { header: `t=${time + 1},v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MISMATCH' },
  'made with another secret': {
    header: `t=${time},v1=${foreign}`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    errorText: /endpoint/,
  },
  'checked with an empty secret': {
    header,
    secret: '',
    expect: 'WEBHOOK_SECRET_MISSING',
    errorText: /WHEREBY_WEBHOOK_SECRET/,
  },
  'checked with a blank secret': { header, secret: ' \n', expect: 'WEBHOOK_SECRET_MISSING' },
  'checked with no secrets': { header, secret: [], expect: 'WEBHOOK_SECRET_MISSING' },
  'checked with one secret empty of two': { header, secret: [secret, ''], expect: 'WEBHOOK_SECRET_MISSING' },
  'checked with a secret that ends in a newline': {
    header,
    secret: `${secret}\n`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    errorText: /white space/,
  },
  'checked with a secret in quotation marks': {
    header,
    secret: `"${secret}"`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    errorText: /quotation marks/,
  },
  'checked with the new secret and the old': { header, secret: ['the-new-one', secret], expect: 'event' },
  'with its parts in reverse order': { header: `v1=${v1},t=${time}`, expect: 'event' },
  'with white space around its parts': {
    header: ` t=${time} ,\tv1=${v1} `,
    expect: 'event',
    stripeDiffers: 'it takes a blank for a part of the name',
  },
  'with two signatures, the second right': { header: `t=${time},v1=${foreign},v1=${v1}`, expect: 'event' },
  'with two signatures, the first right': { header: `t=${time},v1=${v1},v1=${foreign}`, expect: 'event' },
  'with other schemes besides': { header: `t=${time},v0=${foreign},v1=${v1},v2=?`, expect: 'event' },
  'with another scheme only': { header: `t=${time},v0=${v1}`, expect: 'WEBHOOK_SIGNATURE_SCHEME', errorText: /v1/ },
  'with upper-case digits': {
    header: `t=${time},v1=${v1.toUpperCase()}`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    errorText: /lower-case/,
  },
  'with half a signature': {
    header: `t=${time},v1=${v1.slice(32)}`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    errorText: /cut/,
  },
  'with a signature that is not hex': {
    header: `t=${time},v1=${'x'.repeat(64)}`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
  },
  'with an empty signature': { header: `t=${time},v1=`, expect: 'WEBHOOK_SIGNATURE_MISMATCH' },
  'without a time': { header: `v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'with a time in words': {
    header: `t=now,v1=${v1}`,
    expect: 'WEBHOOK_SIGNATURE_MALFORMED',
    errorText: /whole number/,
  },
  'with a time with a fraction': {
    header: `t=${time}.0,v1=${v1}`,
    expect: 'WEBHOOK_SIGNATURE_MALFORMED',
    stripeDiffers: 'it reads digits as far as they go',
  },
  'with an empty time': { header: `t=,v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'with a time in milliseconds': { header: `t=${time}000,v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MISMATCH' },
  'with two times': {
    header: `t=${time},t=${time + 9},v1=${v1}`,
    expect: 'WEBHOOK_SIGNATURE_MALFORMED',
    errorText: /more than one/,
  },
  'in a list with an equal one': { header: [header, header], expect: 'event', stripeDiffers: 'it takes no list' },
  'joined with an equal one by a proxy': {
    header: `${header}, ${header}`,
    expect: 'event',
  },
  'in quotation marks': { header: `"${header}"`, expect: 'WEBHOOK_SIGNATURE_MALFORMED', errorText: /quotation/ },
  'alone in a list': { header: [header], expect: 'event', stripeDiffers: 'it takes no list' },
  'that is empty': { header: '', expect: 'WEBHOOK_SIGNATURE_MISSING', errorText: /proxy/ },
  'that is null': { header: null, expect: 'WEBHOOK_SIGNATURE_MISSING' },
  'that is undefined': { header: undefined, expect: 'WEBHOOK_SIGNATURE_MISSING' },
  'that is a word': { header: 'hello', expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'of commas only': { header: ',,=,', expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'with ten thousand signatures': {
    header: `t=${time}${`,v1=${foreign}`.repeat(10_000)}`,
    expect: 'WEBHOOK_SIGNATURE_MALFORMED',
  },
};
