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
  /** What the error's text has to say. */
  readonly says?: RegExp;
  /** Where another implementation of the same scheme answers otherwise, and why that is not ours. */
  readonly stripeDiffers?: string;
}

const v1 = usual.signature;
const foreign = (await signWebhook({ body: usual.body, secret: 'someone-else', timestamp: time })).split('v1=')[1]!;
const header = `t=${time},v1=${v1}`;

/** What a header can be, and what is made of it. */
export const headerCases: Readonly<Record<string, HeaderCase>> = {
  'as it comes': { header, expect: 'event' },
  'a second later': { header, after: 1, expect: 'event' },
  'a minute later': { header, after: 59, expect: 'event' },
  'at the very end of the tolerance': { header, after: 300, expect: 'event' },
  'a second past the tolerance': { header, after: 301, expect: 'WEBHOOK_TIMESTAMP', says: /301 seconds before.*clock/ },
  'from the near future': { header, after: -300, expect: 'event' },
  'from the far future': {
    header,
    after: -301,
    expect: 'WEBHOOK_TIMESTAMP',
    says: /301 seconds ahead/,
    stripeDiffers: 'it takes any time in the future',
  },
  "over another body's bytes": { header, body: vectors[0]!.body, expect: 'WEBHOOK_SIGNATURE_MISMATCH', says: /parsed/ },
  'with a later time written in': { header: `t=${time + 1},v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MISMATCH' },
  'made with another secret': {
    header: `t=${time},v1=${foreign}`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    says: /endpoint/,
  },
  'checked with an empty secret': {
    header,
    secret: '',
    expect: 'WEBHOOK_SECRET_MISSING',
    says: /WHEREBY_WEBHOOK_SECRET/,
  },
  'checked with a blank secret': { header, secret: ' \n', expect: 'WEBHOOK_SECRET_MISSING' },
  'checked with no secrets': { header, secret: [], expect: 'WEBHOOK_SECRET_MISSING' },
  'checked with one secret empty of two': { header, secret: [secret, ''], expect: 'WEBHOOK_SECRET_MISSING' },
  'checked with a secret that ends in a newline': {
    header,
    secret: `${secret}\n`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    says: /white space/,
  },
  'checked with a secret in quotation marks': {
    header,
    secret: `"${secret}"`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    says: /quotation marks/,
  },
  'checked with the new secret and the old': { header, secret: ['the-new-one', secret], expect: 'event' },
  'parts the other way round': { header: `v1=${v1},t=${time}`, expect: 'event' },
  'white space around the parts': {
    header: ` t=${time} ,\tv1=${v1} `,
    expect: 'event',
    stripeDiffers: 'it takes a blank for a part of the name',
  },
  'two signatures, the second right': { header: `t=${time},v1=${foreign},v1=${v1}`, expect: 'event' },
  'two signatures, the first right': { header: `t=${time},v1=${v1},v1=${foreign}`, expect: 'event' },
  'other schemes beside': { header: `t=${time},v0=${foreign},v1=${v1},v2=?`, expect: 'event' },
  'another scheme only': { header: `t=${time},v0=${v1}`, expect: 'WEBHOOK_SIGNATURE_SCHEME', says: /v1/ },
  'upper-case digits': {
    header: `t=${time},v1=${v1.toUpperCase()}`,
    expect: 'WEBHOOK_SIGNATURE_MISMATCH',
    says: /lower-case/,
  },
  'half a signature': { header: `t=${time},v1=${v1.slice(32)}`, expect: 'WEBHOOK_SIGNATURE_MISMATCH', says: /cut/ },
  'no hex': { header: `t=${time},v1=${'x'.repeat(64)}`, expect: 'WEBHOOK_SIGNATURE_MISMATCH' },
  'an empty signature': { header: `t=${time},v1=`, expect: 'WEBHOOK_SIGNATURE_MISMATCH' },
  'no time': { header: `v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'a time in words': { header: `t=now,v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MALFORMED', says: /whole number/ },
  'a time with a fraction': {
    header: `t=${time}.0,v1=${v1}`,
    expect: 'WEBHOOK_SIGNATURE_MALFORMED',
    stripeDiffers: 'it reads digits as far as they go',
  },
  'an empty time': { header: `t=,v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'a time in milliseconds': { header: `t=${time}000,v1=${v1}`, expect: 'WEBHOOK_SIGNATURE_MISMATCH' },
  'two times': {
    header: `t=${time},t=${time + 9},v1=${v1}`,
    expect: 'WEBHOOK_SIGNATURE_MALFORMED',
    says: /more than one/,
  },
  'two headers made one': { header: [header, header], expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'one header in a list': { header: [header], expect: 'event', stripeDiffers: 'it takes no list' },
  'nothing in it': { header: '', expect: 'WEBHOOK_SIGNATURE_MISSING', says: /proxy/ },
  'not there (null)': { header: null, expect: 'WEBHOOK_SIGNATURE_MISSING' },
  'not there (undefined)': { header: undefined, expect: 'WEBHOOK_SIGNATURE_MISSING' },
  'a word': { header: 'hello', expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'nothing but commas': { header: ',,=,', expect: 'WEBHOOK_SIGNATURE_MALFORMED' },
  'ten thousand signatures': {
    header: `t=${time}${`,v1=${foreign}`.repeat(10_000)}`,
    expect: 'WEBHOOK_SIGNATURE_MALFORMED',
  },
};
