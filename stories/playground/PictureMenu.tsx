import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { downloadFile } from '../downloadFile.js';
import { Popover } from '../Popover.js';
import { viewports } from './state.js';
import { takePicture } from './takePicture.js';

export interface PictureMenuProps {
  /** Undefined while the room is of another origin, which the page cannot draw. */
  readonly frame: () => HTMLIFrameElement | undefined;
  readonly isOwnRoom: boolean;
  readonly room: string;
  readonly params: RoomParams;
  readonly caption: readonly string[];
}

/** How long the room of one size may take. */
const PATIENCE = 20_000;

/** Loads the room in a size, outside of the window, and takes its picture. */
async function takeInSize(
  { room, params, caption }: Pick<PictureMenuProps, 'room' | 'params' | 'caption'>,
  { width, height, label }: { readonly width: number; readonly height: number; readonly label: string },
): Promise<Blob> {
  const place = document.createElement('div');
  place.style.cssText = `position:fixed;inset-inline-start:-20000px;top:0;width:${width}px;height:${height}px`;
  place.inert = true;
  document.body.append(place);
  const root = createRoot(place);
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The room did not load in the size ${label}.`)), PATIENCE);
      const done = () => {
        clearTimeout(timer);
        // After the paint that shows the room as it is now.
        requestAnimationFrame(() => setTimeout(resolve, 300));
      };
      root.render(
        <WherebyEmbed
          room={room}
          allowedHosts={[location.host]}
          {...params}
          onReady={done}
          style={{ width, height }}
        />,
      );
    });
    return await takePicture(place.querySelector('iframe')!, {
      width,
      height,
      caption: [`${label}, ${width} × ${height}`, ...caption],
    });
  } finally {
    root.unmount();
    place.remove();
  }
}

/** Pictures of the room with its parameters below them: as it is now, or in every size. */
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
    downloadFile('room.png', await takePicture(now, { width, height, caption }));
  };
  const takeAll = async () => {
    for (const [name, size] of Object.entries(viewports))
      if ('width' in size) downloadFile(`room-${name}.png`, await takeInSize({ room, params, caption }, size));
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
