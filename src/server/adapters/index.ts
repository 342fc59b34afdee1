export type { RequestHandler } from '../http/RequestHandler.js';
export type { NodeRequest, NodeResponse } from './NodeMessages.js';
export { toFastifyPlugin } from './toFastifyPlugin.js';
export type { FastifyApp } from './toFastifyPlugin.js';
export { toKoaMiddleware } from './toKoaMiddleware.js';
export type { KoaContext } from './toKoaMiddleware.js';
export { toLambdaHandler } from './toLambdaHandler.js';
export type { LambdaEvent, LambdaResult } from './toLambdaHandler.js';
export { toNodeListener } from './toNodeListener.js';
