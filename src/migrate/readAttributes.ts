import type { JsxAttributeLike, JsxOpeningElement, JsxSelfClosingElement, Node } from 'ts-morph';
import { allowFor } from '../embed/allow.js';
import { findKind } from '../params/findKind.js';
import { paramNames } from '../params/paramNames.js';
import { printProp } from '../params/printProp.js';
import { judgeAddress } from './judgeAddress.js';
import { readAddress } from './readAddress.js';
import { readParts, resolveParts } from './readParts.js';
import type { Part } from './readParts.js';
import { LeaveAlone } from './types.js';
import type { TsMorph } from './types.js';

export type Tag = JsxOpeningElement | JsxSelfClosingElement;

/** What becomes of the attributes of an element. */
export interface AttributeChanges {
  /** Each attribute with what stands in its place: nothing, or one or more props. */
  readonly replaced: ReadonlyMap<JsxAttributeLike, readonly string[]>;
  readonly words: readonly string[];
}

/** Props that stay as they are. */
const isKept = (name: string): boolean =>
  ['id', 'className', 'style', 'title', 'key', 'referrerPolicy', 'credentialless', 'ref'].includes(name) ||
  /^(?:data|aria)-/.test(name);

/** Attributes of an iframe that the component sets itself, or that say nothing. */
const withoutUse =
  /^(?:allowFullScreen|allowTransparency|frameBorder|scrolling|marginHeight|marginWidth|border|suppressHydrationWarning)$/i;

const granted = allowFor(undefined, []).split('; ');
/** No browser knows them. */
const unknownFeatures = ['speaker', 'media-capture', 'microphone-capture'];

export const nameOfAttribute = (attribute: JsxAttributeLike): string =>
  'getNameNode' in attribute ? attribute.getNameNode().getText() : '';

/** The expression of `name={expression}`, or the node of `name="text"`; `undefined` for a name alone. */
export function valueOf({ Node: is }: TsMorph, attribute: JsxAttributeLike): Node | undefined {
  const initializer = is.isJsxAttribute(attribute) ? attribute.getInitializer() : undefined;
  return is.isJsxExpression(initializer) ? initializer.getExpression() : initializer;
}

/** In an attribute's quotes JSX reads entities. */
const readEntities = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#38;', '&').replaceAll('&amp;', '&');

/** Whether the value of an attribute is in quotes rather than in braces. */
const isQuoted = ({ Node: is }: TsMorph, attribute: JsxAttributeLike): boolean =>
  is.isJsxAttribute(attribute) && is.isStringLiteral(attribute.getInitializer());

function textOf(morph: TsMorph, attribute: JsxAttributeLike): string | undefined {
  const value = valueOf(morph, attribute);
  const parts = value ? readParts(morph, value) : [];
  const [text = '', ...others] = parts;
  return typeof text === 'string' && others.length === 0 ? readEntities(text) : undefined;
}

/** The parts of the address in an attribute. */
function readRoom(morph: TsMorph, attribute: JsxAttributeLike): Part[] {
  const value = valueOf(morph, attribute);
  const parts = value ? readParts(morph, value) : [];
  if (!isQuoted(morph, attribute)) return parts;
  return parts.map((part) => (typeof part === 'string' ? readEntities(part) : part));
}

/** Whose frame an element is. */
export function judgeFrame(morph: TsMorph, tag: Tag, isWhereby: boolean) {
  const source = tag.getAttributes().find((attribute) => /^(?:src|room)$/.test(nameOfAttribute(attribute)));
  if (!source) return undefined;
  const value = valueOf(morph, source);
  return value ? judgeAddress(resolveParts(morph, value), isWhereby) : 'unknown';
}

function readAllow(text: string): readonly string[] {
  const features = text
    .split(/[;,]/)
    .map((directive) => directive.trim())
    .filter(Boolean);
  const nameOf = (directive: string) => directive.split(/\s/)[0] ?? '';
  const more = features.filter((one) => !granted.includes(nameOf(one)) && !unknownFeatures.includes(nameOf(one)));
  return more.length > 0 ? [`allow={{ add: [${more.map((one) => `'${one.replaceAll("'", '"')}'`).join(', ')}] }}`] : [];
}

const asLength = (text: string): string => (/^\d+(?:px)?$/.test(text) ? String(parseInt(text, 10)) : `'${text}'`);

/** `width="640" height="100%"` as a style. */
function readSizes(morph: TsMorph, tag: Tag): { sizes: JsxAttributeLike[]; style: string[] } {
  const sizes = tag.getAttributes().filter((attribute) => /^(?:width|height)$/.test(nameOfAttribute(attribute)));
  const style = sizes.map((attribute) => {
    const text = textOf(morph, attribute);
    const length = text === undefined ? valueOf(morph, attribute)?.getText() : asLength(text);
    return `${nameOfAttribute(attribute)}: ${length}`;
  });
  return { sizes, style };
}

const leave = (name: string): LeaveAlone =>
  new LeaveAlone(
    `The component has no prop ${name}.`,
    `Decide what ${name} is for, remove it, and run the migration again.`,
  );

function refuseSpread(tag: Tag, what: string): void {
  if (tag.getAttributes().some((attribute) => !nameOfAttribute(attribute)))
    throw new LeaveAlone(
      'It spreads props, which may be anything.',
      `Write the ${what} one by one, and run the migration again.`,
    );
}

/** The props for the attributes of a frame written by hand. */
export function readFrameAttributes(morph: TsMorph, tag: Tag): AttributeChanges {
  const { Node: is } = morph;
  const replaced = new Map<JsxAttributeLike, readonly string[]>();
  const words: string[] = [];
  refuseSpread(tag, 'props of the iframe');
  const { sizes, style } = readSizes(morph, tag);
  for (const attribute of tag.getAttributes()) {
    const name = nameOfAttribute(attribute);
    if (name === 'ref')
      throw new LeaveAlone(
        'Its ref is the iframe, and the ref of the component gives commands.',
        'Replace what is done with the iframe by commands of WherebyEmbedHandle, such as leaveRoom().',
      );
    if (name === 'onLoad')
      throw new LeaveAlone(
        'onLoad is called for a blocked frame too; the component has onReady.',
        'Use onReady={…} of <WherebyEmbed> for what is done when the room can be used.',
      );
    if (name === 'src') {
      const parts = readRoom(morph, attribute);
      if (/^(?:https?:)?\/\/(?:www\.)?whereby\.com\b/i.test(String(parts[0])))
        throw new LeaveAlone(
          'It is a page of whereby.com itself, not a room of an organisation.',
          'For a room, write room="https://<subdomain>.whereby.com/<room>", as the service returns it.',
        );
      const address = readAddress(morph, parts);
      replaced.set(attribute, address.props);
      words.push(...address.words);
    } else if (name === 'allow') {
      const text = textOf(morph, attribute);
      if (text === undefined)
        throw new LeaveAlone(
          'Its allow is made by code.',
          'Remove allow: the component sets it. What it lacks goes into allow={{ add: [...] }}.',
        );
      const props = readAllow(text);
      replaced.set(attribute, props);
      words.push(
        props.length > 0
          ? 'allow has what the component does not set itself.'
          : 'allow is gone: the component sets it.',
      );
    } else if (sizes.includes(attribute)) {
      const hasStyle = tag.getAttributes().some((one) => nameOfAttribute(one) === 'style');
      replaced.set(attribute, attribute === sizes[0] && !hasStyle ? [`style={{ ${style.join(', ')} }}`] : []);
    } else if (name === 'style' && style.length > 0) {
      const object = valueOf(morph, attribute);
      if (!is.isObjectLiteralExpression(object))
        throw new LeaveAlone(
          'It has width or height, and a style that code makes.',
          'Put width and height into the style.',
        );
      const inside = object.getProperties().map((property) => property.getText());
      replaced.set(attribute, [`style={{ ${[...style, ...inside].join(', ')} }}`]);
    } else if (name === 'loading') {
      if (textOf(morph, attribute) !== 'lazy') replaced.set(attribute, []);
    } else if (withoutUse.test(name)) replaced.set(attribute, []);
    else if (!isKept(name)) throw leave(name);
  }
  return { replaced, words };
}

/** The prop for an attribute of the official element that is a parameter; nothing if the room did not read its value. */
function readParamAttribute(morph: TsMorph, attribute: JsxAttributeLike, param: string): string[] {
  const { Node: is } = morph;
  const initializer = is.isJsxAttribute(attribute) ? attribute.getInitializer() : undefined;
  if (!initializer) return [param];
  const text = textOf(morph, attribute);
  const kind = findKind(param);
  if (text === undefined || !kind) return [`${param}=${initializer.getText()}`];
  // An attribute that is there is on. People write a list with spaces.
  const value =
    text === '' && kind.kind === 'toggle'
      ? true
      : (kind.convert ?? kind.parse)(text.replace(/,\s+/g, kind.kind === 'list' ? ',' : '$&'));
  return kind.check(value) === true ? [printProp(param, value)] : [];
}

/** The props for the attributes of the official element. */
export function readElementAttributes(
  morph: TsMorph,
  tag: Tag,
  readListener: (attribute: JsxAttributeLike, type: string) => string,
): AttributeChanges {
  const replaced = new Map<JsxAttributeLike, readonly string[]>();
  const words: string[] = [];
  refuseSpread(tag, 'attributes');
  const room = tag.getAttributes().find((attribute) => nameOfAttribute(attribute) === 'room');
  if (!room) throw new LeaveAlone('It has no room.', 'Give the component the whole URL of a room: room={…}.');
  const parts = readRoom(morph, room);
  const address = readAddress(morph, parts);
  if (typeof parts[0] === 'string' && !/^https?:/i.test(parts[0]))
    throw new LeaveAlone(
      'Its room is not a whole URL.',
      'Write room="https://<subdomain>.whereby.com/<room>", as the service returns it.',
    );
  replaced.set(room, address.props);
  words.push(...address.words);
  for (const attribute of tag.getAttributes()) {
    const name = nameOfAttribute(attribute);
    if (attribute === room) continue;
    const lower = name.toLowerCase();
    const param = paramNames.find((one) => one.toLowerCase() === (lower === 'embed' ? 'minimal' : lower));
    if (param) {
      // The element keeps what is in the URL.
      if (address.names.includes(param)) {
        replaced.set(attribute, []);
        words.push(`The attribute ${name} is gone: the URL's ${param} counted.`);
        continue;
      }
      const props = readParamAttribute(morph, attribute, param);
      replaced.set(attribute, props);
      if (props.length === 0) words.push(`The attribute ${name} is gone: the room did not read its value.`);
    } else if (name === 'class') replaced.set(attribute, [`className${attribute.getText().slice('class'.length)}`]);
    else if (name === 'subdomain') {
      replaced.set(attribute, []);
      words.push('subdomain is gone: it is in the URL of the room.');
    } else if (/^on[a-z_]+$/.test(name)) replaced.set(attribute, [readListener(attribute, name.slice('on'.length))]);
    else if (isKept(name)) continue;
    else if (withoutUse.test(name) || name === 'allow') replaced.set(attribute, []);
    else throw leave(name);
  }
  return { replaced, words };
}
