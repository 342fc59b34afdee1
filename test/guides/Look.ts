import type { Browser } from 'playwright';
import type { Reader } from './Reader.js';

/**
 * What a reader sees at the end.
 * @param url the address that the last server has printed
 * @param picture where to keep a picture of it
 */
export type Look = (browser: Browser, url: string, picture: string, reader: Reader) => Promise<void>;
