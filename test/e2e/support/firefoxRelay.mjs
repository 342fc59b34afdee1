#!/usr/bin/env node
// Firefox as Playwright wants it. Playwright sends WebDriver BiDi commands that a Firefox of the distribution does not
// know yet, and gives up at the first refusal; between the two, this makes "unknown command" count as done.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const browser = spawn(process.env['FIREFOX_PATH'] || '/usr/bin/firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
browser.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => browser.kill(signal));

createInterface(browser.stderr).on('line', (line) => {
  const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line)?.[1];
  if (!address) return console.error(line);
  const relay = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () =>
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${relay.address().port}`),
  );
  relay.on('connection', (client, { url }) => {
    const firefox = new WebSocket(address + (url === '/' ? '' : url));
    const waiting = [];
    client.on('message', (data) => {
      waiting.push(String(data));
      flush();
    });
    const flush = () => {
      if (firefox.readyState === WebSocket.OPEN) for (const text of waiting.splice(0)) firefox.send(text);
    };
    firefox.on('open', flush);
    firefox.on('message', (data) => {
      const text = String(data);
      const message = JSON.parse(text);
      const isUnknown = message.type === 'error' && message.error === 'unknown command';
      client.send(isUnknown ? JSON.stringify({ type: 'success', id: message.id, result: {} }) : text);
    });
    client.on('close', () => firefox.close());
    firefox.on('close', () => client.close());
    firefox.on('error', () => client.close());
  });
  return undefined;
});
