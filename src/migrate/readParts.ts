import type { Expression, Node } from 'ts-morph';
import type { TsMorph } from './types.js';

/** An address in code: plain text, and the expressions between. */
export type Part = string | Expression;

/** Takes off what changes nothing at run time: parentheses, `as`, `!`, `satisfies`. */
function unwrap({ Node: is }: TsMorph, node: Node): Node {
  let inner = node;
  while (
    is.isParenthesizedExpression(inner) ||
    is.isAsExpression(inner) ||
    is.isNonNullExpression(inner) ||
    is.isSatisfiesExpression(inner)
  )
    inner = inner.getExpression();
  return inner;
}

/** The parts of a text, a template or a concatenation, in order. Anything else is one part by itself. */
export function readParts(morph: TsMorph, expression: Node): Part[] {
  const { Node: is, SyntaxKind } = morph;
  const node = unwrap(morph, expression);
  if (is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node)) return [node.getLiteralText()];
  if (is.isTemplateExpression(node))
    return joinTexts([
      node.getHead().getLiteralText(),
      ...node
        .getTemplateSpans()
        .flatMap((span) => [...readParts(morph, span.getExpression()), span.getLiteral().getLiteralText()]),
    ]);
  if (is.isBinaryExpression(node) && node.getOperatorToken().getKind() === SyntaxKind.PlusToken)
    return joinTexts([...readParts(morph, node.getLeft()), ...readParts(morph, node.getRight())]);
  return is.isExpression(node) ? [node] : [];
}

/** Neighbouring texts become one; empty ones go. */
export function joinTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** How far constants are followed. */
const DEPTH = 5;

/**
 * The parts behind an expression that stands for an address: constants of the file are followed, and so are
 * `new URL(...)`, `useMemo(() => ...)`, `.href`, `.toString()` and `String(...)`.
 */
export function resolveParts(morph: TsMorph, expression: Node, depth = DEPTH): Part[] {
  const { Node: is } = morph;
  const node = unwrap(morph, expression);
  const follow = (next: Node) => (depth > 0 ? resolveParts(morph, next, depth - 1) : []);
  if (is.isIdentifier(node)) {
    const [declaration] = node.getDefinitionNodes();
    const initializer =
      is.isVariableDeclaration(declaration) && is.isIdentifier(declaration.getNameNode())
        ? declaration.getInitializer()
        : undefined;
    return initializer && depth > 0 ? follow(initializer) : [node];
  }
  if (is.isPropertyAccessExpression(node) && node.getName() === 'href') return follow(node.getExpression());
  if (is.isNewExpression(node) && node.getExpression().getText() === 'URL') {
    const [address] = node.getArguments();
    return address ? follow(address) : [node];
  }
  if (is.isCallExpression(node)) {
    const callee = node.getExpression();
    const [first] = node.getArguments();
    if (is.isPropertyAccessExpression(callee) && callee.getName() === 'toString') return follow(callee.getExpression());
    if (callee.getText() === 'String' && first) return follow(first);
    if (/^(?:React\.)?useMemo$/.test(callee.getText()) && is.isArrowFunction(first)) {
      const body = first.getBody();
      return is.isBlock(body) ? [node] : follow(body);
    }
    return [node];
  }
  return joinTexts(
    readParts(morph, node).flatMap((part) =>
      typeof part === 'string' || part === node ? [part] : resolveParts(morph, part, depth - 1),
    ),
  );
}
