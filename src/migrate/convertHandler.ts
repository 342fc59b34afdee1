import type { Node } from 'ts-morph';
import { applyEdits } from './applyEdits.js';
import type { Edit, TsMorph } from './types.js';
import { LeaveAlone } from './types.js';

const cannot = (detail: string, prop: string) =>
  new LeaveAlone(
    `A listener uses ${detail}; the handler gets the payload itself.`,
    `Write ${prop}={(payload) => …}, where payload is what event.detail was.`,
  );

/**
 * The edits that make a listener, which gets an event, a handler, which gets the event's `detail`.
 * @param fn the function itself
 * @throws {@link LeaveAlone} if it uses more of the event
 */
export function convertHandler({ Node: is }: TsMorph, fn: Node, prop: string): Edit[] {
  if (!is.isArrowFunction(fn) && !is.isFunctionExpression(fn) && !is.isFunctionDeclaration(fn))
    throw cannot('code that cannot be followed', prop);
  const [parameter, ...others] = fn.getParameters();
  if (!parameter) return [];
  if (others.length > 0 || parameter.isRestParameter()) throw cannot('more than one argument', prop);
  const name = parameter.getNameNode();
  const edits: Edit[] = [];
  const type = parameter.getTypeNode();
  if (type) {
    const [, payload] = /^CustomEvent<(.+)>$/s.exec(type.getText()) ?? [];
    edits.push({ start: name.getEnd(), end: type.getEnd(), text: payload ? `: ${payload}` : '' });
  }
  if (is.isObjectBindingPattern(name)) {
    const [element, ...rest] = name.getElements();
    const key = element?.getPropertyNameNode()?.getText() ?? element?.getName();
    if (!element || rest.length > 0 || key !== 'detail') throw cannot('more of the event than its detail', prop);
    const start = name.getStart();
    // Without parentheses around it an arrow function has no pattern, so they are there.
    edits.push({ start, end: name.getEnd(), text: element.getNameNode().getText() });
    return edits;
  }
  if (!is.isIdentifier(name)) throw cannot('a pattern that cannot be followed', prop);
  for (const reference of name.findReferencesAsNodes()) {
    if (reference === name) continue;
    const access = reference.getParent();
    if (!is.isPropertyAccessExpression(access) || access.getName() !== 'detail')
      throw cannot('more of the event than its detail', prop);
    edits.push({ start: access.getStart(), end: access.getEnd(), text: reference.getText() });
  }
  return edits;
}

/** The text of a listener as a handler. */
export const printHandler = (morph: TsMorph, fn: Node, prop: string): string =>
  applyEdits(fn.getText(), convertHandler(morph, fn, prop), fn.getStart());
