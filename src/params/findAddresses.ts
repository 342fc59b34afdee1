import { decodeEntities } from './decodeEntities.js';
import { readRoomAddress } from './roomAddress.js';

/** With or without https://, up to what ends an address in prose, in HTML and in code. */
const address = /(?:https?:\/\/|\/\/)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?::\d+)?\/[^\s<>"'`{}|\\^]*/giu;

/** A line that goes on in the next one: mail programs break long addresses where one of these is. */
const join = (text: string): string => text.replace(/([?&=/%,])[ \t]*\r?\n[ \t]*(?=\S)|\r?\n[ \t]*(?=[?&=])/g, '$1');

const isAddress = (text: string): boolean => /^(?:https?:)?\/\//i.test(text) || /^[^/]*\.[^/]*\//.test(text);

/** The room addresses in a text, in their order, as they stand there. The same one twice counts once. */
export function findAddresses(text: string): string[] {
  const found = (join(decodeEntities(text)).match(address) ?? [])
    .filter(isAddress)
    .map((one) => one.replace(/[)\]}>*_.,;:!?…]+$/, ''))
    .filter((one) => readRoomAddress(one));
  return [...new Set(found)];
}
