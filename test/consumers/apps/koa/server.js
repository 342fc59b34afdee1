import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import Koa from 'koa';
import { toKoaMiddleware } from 'react-whereby-embed/server';
import { rooms, webhooks } from './handlers.js';

const router = new Router();
router.all('/api/whereby/{*path}', toKoaMiddleware(rooms));
router.post('/webhooks/whereby', toKoaMiddleware(webhooks));
new Koa().use(bodyParser()).use(router.routes()).listen(process.env.PORT);
