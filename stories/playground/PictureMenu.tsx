import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { downloadFile } from '../downloadFile.js';
import { Popover } from '../Popover.js';
import { drawRoom } from './drawRoom.js';
import { viewports } from './state.js';
import { writePicture } from './writePicture.js';
import type { RoomPicture } from './writePicture.js';

export interface PictureMenuProps {
  /** Undefined while the room is of another origin, which the page cannot draw. */
  readonly frame: () => HTMLIFrameElement | undefined;
  readonly isOwnRoom: boolean;
  /** Where the pictures of every size are taken: another room than the frame's, whose participant would be in them. */
  readonly room: string;
  readonly params: RoomParams;
  readonly caption: readonly string[];
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** How long the room of one size may take. */
const PATIENCE = 20_000;

/** Resolves once a room has not changed for two looks at it, which is after it has been entered and drawn. */
async function untilStill(frame: HTMLIFrameElement): Promise<void> {
  let before: string | undefined;
  for (;;) {
    const now = frame.contentDocument?.body.innerHTML;
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Loads the room in a size, outside of the window, and takes its picture. */
async function takeInSize(
  { room, params }: Pick<PictureMenuProps, 'room' | 'params'>,
  { width, height, label }: Size,
): Promise<RoomPicture> {
  const place = document.createElement('div');
  place.style.cssText = `position:fixed;inset-inline-start:-20000px;top:0;width:${width}px;height:${height}px`;
  place.inert = true;
  document.body.append(place);
  const root = createRoot(place);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`The room did not load in the size ${label}.`)), PATIENCE);
    });
    const ready = new Promise<void>((resolve) => {
      root.render(
        <WherebyEmbed
          room={room}
          allowedHosts={[location.host]}
          {...params}
          onReady={resolve}
          style={{ width, height }}
        />,
      );
    });
    await Promise.race([ready, tooLate]);
    const frame = place.querySelector('iframe')!;
    await Promise.race([untilStill(frame), tooLate]);
    return { canvas: await drawRoom(frame, { width, height }), width, height, label: `${label}, ${width} × ${height}` };
  } finally {
    clearTimeout(timer);
    root.unmount();
    place.remove();
  }
}

const sizes = Object.values(viewports).filter((size) => 'width' in size);

/** Pictures of the room with its parameters below them: as it is now, or in every size, side by side. */
export function PictureMenu({ frame, isOwnRoom, room, params, caption }: PictureMenuProps) {
  const [report, setReport] = useState('');
  const run = async (name: string, take: () => Promise<void>) => {
    setReport(`${name}…`);
    try {
      await take();
      setReport('Saved');
    } catch (error) {
      setReport(error instanceof Error ? error.message : 'The picture could not be taken.');
    }
  };
  const takeNow = async () => {
    const now = frame();
    if (!now) throw new Error('There is no room to take a picture of.');
    const { clientWidth: width, clientHeight: height } = now;
    const canvas = await drawRoom(now, { width, height });
    downloadFile('room.png', await writePicture([{ canvas, width, height }], caption));
  };
  const takeAll = async () => {
    const rooms: RoomPicture[] = [];
    // One after the other: they are people in the same room.
    for (const size of sizes) rooms.push(await takeInSize({ room, params }, size));
    downloadFile('room-sizes.png', await writePicture(rooms, caption));
  };
  return (
    <Popover label="Picture" name="Picture" align="end">
      {() => (
        <div className="menu-grid">
          <button type="button" className="button" disabled={isOwnRoom} onClick={() => void run('Taking it', takeNow)}>
            PNG of the room as it is
          </button>
          <button
            type="button"
            className="button"
            disabled={isOwnRoom}
            onClick={() => void run('Taking all sizes', takeAll)}
          >
            PNG of every size
          </button>
          <p className="menu-note" role="status">
            {isOwnRoom ? 'The browser lets no page draw a room of the service. Use the sandbox’s room.' : report}
          </p>
        </div>
      )}
    </Popover>
  );
}
