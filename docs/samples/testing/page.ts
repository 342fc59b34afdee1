import { chromium } from 'playwright';
import { fakeRoomInPage } from 'react-whereby-embed/testing';

const browser = await chromium.launch();
const page = await browser.newPage();
const room = await fakeRoomInPage(page, { answers: true });
await page.goto('http://localhost:5173/lesson/1');
await room.emit('ready');
await room.emit('join');
await page.getByRole('button', { name: 'Camera' }).click();
console.log(
  room.commands.map(({ method }) => method),
  room.loads.length,
);
await browser.close();
