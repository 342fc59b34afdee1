import type { Node, SourceFile } from 'ts-morph';
import { hasWrittenKey } from './judgeAddress.js';
import type { Leftover, TsMorph } from './types.js';

interface Pattern {
  readonly fits: (node: Node, morph: TsMorph) => boolean;
  readonly reason: string;
  readonly hand: string;
}

const textOf = (node: Node, { Node: is }: TsMorph): string =>
  is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node) || is.isTemplateExpression(node)
    ? node.getText()
    : '';

/** A call or an element with that name. */
const named =
  (name: RegExp) =>
  (node: Node, { Node: is }: TsMorph): boolean => {
    if (is.isJsxOpeningElement(node) || is.isJsxSelfClosingElement(node))
      return name.test(node.getTagNameNode().getText());
    if (is.isCallExpression(node) || is.isNewExpression(node)) return name.test(node.getExpression().getText());
    return false;
  };

const calls =
  (callee: RegExp, argument: RegExp) =>
  (node: Node, { Node: is }: TsMorph): boolean =>
    is.isCallExpression(node) &&
    callee.test(node.getExpression().getText()) &&
    argument.test(node.getArguments()[0]?.getText() ?? '');

const imports =
  (source: RegExp) =>
  (node: Node, { Node: is }: TsMorph): boolean =>
    is.isImportDeclaration(node) && source.test(node.getModuleSpecifierValue());

/** An element with a room's address as its `src`, such as a styled or animated iframe. */
function framesRoom(node: Node, { Node: is }: TsMorph): boolean {
  if (!is.isJsxOpeningElement(node) && !is.isJsxSelfClosingElement(node)) return false;
  // Components of frameworks for other things than frames.
  if (!/^(?!Script$|Image$|Link$)(?:[A-Z]|\w+\.)/.test(node.getTagNameNode().getText())) return false;
  return node.getAttributes().some((one) => is.isJsxAttribute(one) && /^src\b.*\.whereby\.com\//i.test(one.getText()));
}

/** Code about meetings that another person has to change. */
const patterns: readonly Pattern[] = [
  {
    fits: named(/^JitsiMeeting$|JitsiMeetExternalAPI$/),
    reason:
      'A room of Jitsi is named by its domain and its name; a room of Whereby has a URL, which only its API gives.',
    hand: '<WherebyEmbed room={roomUrl} displayName={…} /> in its place: userInfo.displayName becomes displayName, startWithAudioMuted audio={false}, startWithVideoMuted video={false}, prejoinConfig precallReview; videoConferenceJoined becomes onJoin, videoConferenceLeft or readyToClose onLeave, participantJoined onParticipantJoin, executeCommand the methods of its ref.',
  },
  {
    fits: named(/^DailyIframe\.(?:createFrame|wrap|createCallObject)$|^(?:DailyProvider|DailyVideo)$/),
    reason: 'A call of Daily is made by its own library; a room of Whereby has a URL, which only its API gives.',
    hand: "<WherebyEmbed room={roomUrl} displayName={…} /> in its place: userName becomes displayName, startAudioOff audio={false}, startVideoOff video={false}; 'joined-meeting' becomes onJoin, 'left-meeting' onLeave, 'participant-joined' onParticipantJoin, setLocalAudio and setLocalVideo toggleMicrophone and toggleCamera of its ref.",
  },
  {
    fits: calls(/(?:^|\.)(?:createElement|h|_?jsxs?)$/, /^['"`](?:iframe|whereby-embed)['"`]$/),
    reason: 'An element is made by a call, not in JSX.',
    hand: 'Render <WherebyEmbed room={…} /> in JSX in its place.',
  },
  {
    fits: calls(/(?:querySelector|querySelectorAll|getElementsByTagName)$/, /whereby-embed|iframe/),
    reason: 'An element is looked for in the page.',
    hand: 'Give <WherebyEmbed> a ref, and use the commands of WherebyEmbedHandle.',
  },
  {
    fits: (node, morph) => /<whereby-embed[\s>]|<iframe[^>]*whereby\.com/i.test(textOf(node, morph)),
    reason: 'The frame is in a text of HTML.',
    hand: 'Render <WherebyEmbed room={…} /> in JSX in its place.',
  },
  {
    fits: framesRoom,
    reason: 'Another component than an iframe gets the address of a room.',
    hand: 'If it makes an iframe of it, render <WherebyEmbed room={…} /> in its place.',
  },
  {
    fits: calls(/(?:^|\.)addEventListener$/, /^['"`]message['"`]$/),
    reason: 'Messages of the room are read by hand.',
    hand: 'Use the props of <WherebyEmbed>, such as onJoin, or onEvent for all events. They check window, origin and shape.',
  },
  {
    fits: (node, { Node: is }) =>
      is.isCallExpression(node) && /contentWindow[?!]?\.postMessage$/.test(node.getExpression().getText()),
    reason: 'A command is posted by hand.',
    hand: 'Use the methods of the ref of <WherebyEmbed>, such as toggleCamera(). They wait until the room is ready.',
  },
  {
    fits: imports(/^@whereby\.com\/browser-sdk(?:\/react)?$/),
    reason: 'These hooks build an interface of their own, without a frame.',
    hand: 'Nothing, if it is to stay; <WherebyEmbed> shows the room of the service instead.',
  },
  {
    fits: (node, { Node: is }) =>
      is.isModuleDeclaration(node) && is.isSourceFile(node.getParent()) && node.getText().includes('whereby-embed'),
    reason: 'It declares the element <whereby-embed>.',
    hand: 'Delete the declaration once no <whereby-embed> is left.',
  },
  {
    fits: (node, morph) =>
      /^(?:script|Script)$/.test(
        morph.Node.isJsxSelfClosingElement(node) || morph.Node.isJsxOpeningElement(node)
          ? node.getTagNameNode().getText()
          : '',
      ) && /whereby[^"']*embed/i.test(node.getText()),
    reason: 'It loads the official element.',
    hand: 'Delete it once no <whereby-embed> is left.',
  },
  {
    fits: (node, morph) => /whereby\.com/i.test(textOf(node, morph)) && hasWrittenKey(textOf(node, morph)),
    reason: 'The key of a role is written in the source, where everybody who gets the page can read it.',
    hand: 'Get the URL from your backend (useRoomUrl), and have the key replaced: a new meeting has a new one.',
  },
];

/** What mentions meetings, or a library that shows them. */
const concerns = /whereby|jitsi|daily/i;

/**
 * Everything in a file that is about meetings and that the migration does not change.
 * @param changed ranges that were changed, in which nothing is looked for
 */
export function findByHand(
  morph: TsMorph,
  file: SourceFile,
  changed: readonly { readonly start: number; readonly end: number }[],
): Leftover[] {
  if (!concerns.test(file.getFullText())) return [];
  return file.getDescendants().flatMap((node) => {
    const isChanged = changed.some(({ start, end }) => node.getStart() >= start && node.getEnd() <= end);
    if (isChanged) return [];
    return patterns
      .filter(({ fits }) => fits(node, morph))
      .map(({ reason, hand }) => ({ line: node.getStartLineNumber(), reason, hand }));
  });
}
