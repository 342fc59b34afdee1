/**
 * Takes a web-standard `Request` and returns its `Response`; never rejects. Frameworks pass more than the request: the
 * handler looks for an object with `waitUntil` there, such as the context of a worker, and ignores everything else.
 */
export type RequestHandler = (request: Request, ...platform: readonly unknown[]) => Promise<Response>;
