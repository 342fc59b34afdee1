import { createWhereby } from 'react-whereby-embed/server';
import { createApp } from './createApp.js';

// WHEREBY_API_KEY is read from the environment and never leaves this process.
const app = createApp(createWhereby(), (cookie) =>
  cookie.includes('session=')
    ? { id: 'user-1', name: 'Ada', clinic: 'north', staff: cookie.includes('staff') }
    : undefined,
);
const server = app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  console.log('http://127.0.0.1:', server.address());
});
