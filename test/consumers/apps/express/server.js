import express from 'express';
import { toNodeListener } from 'react-whereby-embed/server';
import { rooms, webhooks } from './handlers.js';

const app = express();
app.post('/webhooks/whereby', toNodeListener(webhooks));
app.use(express.json());
app.use('/api/whereby', toNodeListener(rooms));
app.listen(process.env.PORT);
