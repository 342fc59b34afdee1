/**
 * Where an adapter leaves what a body parser made of a body that can no longer be read. Shared by all copies of the
 * package, so that the adapter of one works with the handler of another.
 */
const parsedBody = Symbol.for('react-whereby-embed.parsedBody');

export const setParsedBody = (request: Request, body: unknown): Request =>
  Object.defineProperty(request, parsedBody, { value: body });

/** What a body parser made of the body; undefined if none ran before an adapter of this package. */
export const getParsedBody = (request: Request): unknown =>
  (request as { readonly [parsedBody]?: unknown })[parsedBody];
