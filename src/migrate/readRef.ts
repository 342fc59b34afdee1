import type { CallExpression, Identifier, Node, Statement } from 'ts-morph';
import { commandNames } from '../protocol/commands.js';
import { events } from '../protocol/events.js';
import { convertHandler, printHandler } from './convertHandler.js';
import { LeaveAlone } from './types.js';
import type { Edit, TsMorph } from './types.js';

/** What becomes of the code around the ref of an official element. */
export interface RefChanges {
  /** Props with handlers. */
  readonly props: readonly string[];
  readonly edits: readonly Edit[];
  readonly words: readonly string[];
}

export const propOfType = (type: string): string | undefined =>
  Object.entries(events).find(([, event]) => event.type === type)?.[0];

/**
 * Whether an event tells more than that it happened. If not, the handler gets null, which a listener for such an event
 * does not look at.
 */
export const hasPayload = (prop: string): boolean => events[prop as keyof typeof events].read('') !== null;

const lineOf = (node: Node): string => `line ${node.getStartLineNumber()}`;

const cannot = (reason: string, hand = 'Use commands of WherebyEmbedHandle, and props such as onJoin.') =>
  new LeaveAlone(reason, hand);

/** Reads how one ref of an official element is used; every use must be one that a handle of the component has too. */
export class RefReader {
  readonly #morph: TsMorph;
  readonly #ref: Identifier;
  readonly #effects = new Set<CallExpression>();
  readonly #edits: Edit[] = [];
  readonly #handlers = new Map<string, string>();

  constructor(morph: TsMorph, ref: Identifier) {
    this.#morph = morph;
    this.#ref = ref;
  }

  /** @throws {@link LeaveAlone} if the element itself is needed somewhere */
  read(): RefChanges {
    this.#readUses(this.#ref);
    for (const effect of this.#effects) this.#readEffect(effect);
    const listeners = [...this.#handlers].map(([prop, code]) => `${prop}={${code}}`);
    return {
      props: listeners,
      edits: this.#edits,
      words: listeners.length > 0 ? ['Listeners are handlers now, and their effect is gone.'] : [],
    };
  }

  #readUses(name: Identifier): void {
    const { Node: is } = this.#morph;
    const [declaration] = name.getDefinitionNodes();
    if (!is.isVariableDeclaration(declaration) || declaration.getSourceFile() !== name.getSourceFile())
      throw cannot(`Its ref ${name.getText()} does not come from this file.`);
    for (const use of declaration.getNameNode().asKind(this.#morph.SyntaxKind.Identifier)?.findReferencesAsNodes() ??
      [])
      if (is.isIdentifier(use)) this.#readUse(use);
    this.#readDeclaration(declaration);
  }

  #readDeclaration(declaration: Node): void {
    const { Node: is } = this.#morph;
    if (!is.isVariableDeclaration(declaration)) return;
    const call = declaration.getInitializer();
    if (!is.isCallExpression(call) || !/^(?:React\.)?(?:useRef|createRef)$/.test(call.getExpression().getText()))
      throw cannot(`Its ref is not made by useRef (${lineOf(declaration)}).`);
    const [type] = call.getTypeArguments();
    if (type && type.getText() !== 'any')
      this.#edits.push({ start: type.getStart(), end: type.getEnd(), text: 'WherebyEmbedHandle' });
  }

  #readUse(use: Identifier): void {
    const { Node: is } = this.#morph;
    const parent = use.getParent();
    if (is.isVariableDeclaration(parent) && parent.getNameNode() === use) return;
    if (is.isJsxExpression(parent) && this.#isRefOfElement(parent.getParent())) return;
    // What an effect depends on.
    if (is.isArrayLiteralExpression(parent) && is.isCallExpression(parent.getParent())) return;
    if (is.isPropertyAccessExpression(parent) && parent.getName() === 'current') this.#readElement(parent);
    else throw cannot(`Its ref is handed on (${lineOf(use)}).`);
  }

  /** Whether an attribute is the `ref` of an official element, not a prop that hands the ref on to another component. */
  #isRefOfElement(attribute: Node | undefined): boolean {
    const { Node: is } = this.#morph;
    if (!is.isJsxAttribute(attribute) || attribute.getNameNode().getText() !== 'ref') return false;
    const tag = attribute.getParentOrThrow().getParentOrThrow();
    return (
      (is.isJsxSelfClosingElement(tag) || is.isJsxOpeningElement(tag)) &&
      tag.getTagNameNode().getText() === 'whereby-embed'
    );
  }

  /** A use of the element itself: `ref.current`, or a constant that holds it. */
  #readElement(element: Node): void {
    const { Node: is } = this.#morph;
    const parent = this.#withoutWrapping(element);
    if (is.isPropertyAccessExpression(parent)) return this.#readMember(parent.getName(), parent);
    if (is.isVariableDeclaration(parent) && is.isIdentifier(parent.getNameNode())) {
      const name = parent.getNameNode().asKindOrThrow(this.#morph.SyntaxKind.Identifier);
      for (const use of name.findReferencesAsNodes()) if (use !== name) this.#readElement(use);
      return;
    }
    const isAsked =
      is.isPrefixUnaryExpression(parent) ||
      is.isIfStatement(parent) ||
      is.isConditionalExpression(parent) ||
      (is.isBinaryExpression(parent) && parent.getLeft() === element);
    if (!isAsked) throw cannot(`The element itself is used (${lineOf(element)}).`);
  }

  /** The node around, without `!`, `as` and parentheses. */
  #withoutWrapping(element: Node): Node | undefined {
    const { Node: is } = this.#morph;
    let parent = element.getParent();
    while (is.isNonNullExpression(parent) || is.isAsExpression(parent) || is.isParenthesizedExpression(parent))
      parent = parent.getParent();
    return parent;
  }

  #readMember(name: string, access: Node): void {
    const { Node: is } = this.#morph;
    const isCalled = is.isCallExpression(access.getParent());
    if (isCalled && commandNames.some((command) => command === name)) return;
    if (!isCalled || !/^(?:add|remove)EventListener$/.test(name))
      throw cannot(`${name} of the element is used (${lineOf(access)}).`);
    const effect = access
      .getAncestors()
      .find(
        (node): node is CallExpression =>
          is.isCallExpression(node) && /^(?:React\.)?use(?:Layout)?Effect$/.test(node.getExpression().getText()),
      );
    if (!effect)
      throw cannot(
        `A listener is added outside of an effect (${lineOf(access)}).`,
        'Replace it by the prop of the event, such as onJoin.',
      );
    this.#effects.add(effect);
  }

  #readEffect(effect: CallExpression): void {
    const { Node: is } = this.#morph;
    const [run] = effect.getArguments();
    const body = is.isArrowFunction(run) || is.isFunctionExpression(run) ? run.getBody() : undefined;
    if (!is.isBlock(body)) throw cannot(`An effect cannot be followed (${lineOf(effect)}).`);
    for (const statement of body.getStatements())
      if (!this.#isAboutListeners(statement, effect))
        throw cannot(
          `Its effect does more than listen (${lineOf(statement)}).`,
          'Move what else the effect does into an effect of its own, and run the migration again.',
        );
    const whole = effect.getParentOrThrow();
    // With the comment above it, which is about the effect.
    this.#edits.push({ start: whole.getFullStart(), end: whole.getEnd(), text: '' });
  }

  #isAboutListeners(statement: Statement, effect: CallExpression): boolean {
    const { Node: is } = this.#morph;
    if (is.isVariableStatement(statement))
      return statement.getDeclarations().every((declaration) => {
        const initializer = declaration.getInitializer();
        return (
          is.isArrowFunction(initializer) ||
          is.isFunctionExpression(initializer) ||
          /\.current!?$/.test(initializer?.getText() ?? '')
        );
      });
    if (is.isFunctionDeclaration(statement)) return true;
    if (is.isIfStatement(statement))
      return /^\{?\s*return;?\s*\}?$/.test(statement.getThenStatement().getText()) && !statement.getElseStatement();
    if (is.isReturnStatement(statement)) return this.#isCleanUp(statement.getExpression());
    if (!is.isExpressionStatement(statement)) return false;
    const call = statement.getExpression();
    if (!is.isCallExpression(call)) return false;
    if (!call.getExpression().getText().endsWith('addEventListener')) return false;
    this.#readListener(call, effect);
    return true;
  }

  #isCleanUp(cleanUp: Node | undefined): boolean {
    const { Node: is } = this.#morph;
    if (!is.isArrowFunction(cleanUp) && !is.isFunctionExpression(cleanUp)) return false;
    const body = cleanUp.getBody();
    const isRemoval = (node: Node | undefined) =>
      is.isCallExpression(node) && node.getExpression().getText().endsWith('removeEventListener');
    if (!is.isBlock(body)) return isRemoval(body);
    return body.getStatements().every((one) => is.isExpressionStatement(one) && isRemoval(one.getExpression()));
  }

  #readListener(call: CallExpression, effect: CallExpression): void {
    const { Node: is } = this.#morph;
    const [typeNode, listener, options] = call.getArguments();
    const type = is.isStringLiteral(typeNode) ? typeNode.getLiteralText() : '';
    const prop = propOfType(type);
    if (!prop || !listener) throw cannot(`There is no event "${type}" (${lineOf(call)}).`);
    if (options) throw cannot(`A listener has options (${lineOf(call)}).`, `Use ${prop}={…} instead.`);
    if (this.#handlers.has(prop)) throw cannot(`${type} has two listeners.`, `Do both in one ${prop}={…}.`);
    this.#handlers.set(prop, this.#readHandler(listener, prop, effect));
  }

  #readHandler(listener: Node, prop: string, effect: CallExpression): string {
    const { Node: is } = this.#morph;
    if (!is.isIdentifier(listener)) return printHandler(this.#morph, listener, prop);
    const [definition] = listener.getDefinitionNodes();
    const fn = is.isVariableDeclaration(definition) ? definition.getInitializer() : definition;
    const isInside = (node: Node) => node.getPos() >= effect.getPos() && node.getEnd() <= effect.getEnd();
    if (fn && isInside(fn)) {
      const uses = listener.findReferencesAsNodes().filter((use) => use.getParent() !== definition);
      if (uses.some((use) => !is.isCallExpression(use.getParent())))
        throw cannot(`${listener.getText()} is used for more than listening (${lineOf(listener)}).`);
      const code = printHandler(this.#morph, fn, prop);
      // The name of a declared function is of no use in a prop.
      return is.isFunctionDeclaration(fn) ? code.replace(/^(async\s+)?function\s+\w+/, '$1function') : code;
    }
    const callback = is.isCallExpression(fn) ? fn.getArguments()[0] : fn;
    const isFunction =
      is.isArrowFunction(callback) || is.isFunctionExpression(callback) || is.isFunctionDeclaration(callback);
    if (isFunction && callback.getSourceFile() === listener.getSourceFile()) {
      const isElsewhere = listener
        .findReferencesAsNodes()
        .some((use) => use.getParent() !== definition && !isInside(use));
      const edits = convertHandler(this.#morph, callback, prop);
      if (edits.length > 0 && isElsewhere)
        throw cannot(`${listener.getText()} is used elsewhere too (${lineOf(listener)}).`);
      this.#edits.push(...edits);
    } else if (hasPayload(prop))
      throw cannot(
        `${listener.getText()} comes from elsewhere, and would get another argument.`,
        `Use ${prop}={(detail) => …}, where detail is what event.detail was.`,
      );
    return listener.getText();
  }
}
