// server.ts
import express from 'express';
import { toNodeListener } from 'react-whereby-embed/server';
import { rooms } from './rooms.js';

const app = express();
app.use('/api/whereby', toNodeListener(rooms));

app.listen(3000, () => console.log('http://localhost:3000'));
