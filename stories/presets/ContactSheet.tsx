import { useEffect, useRef, useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import { FittedFrame } from '../compare/FittedFrame.js';
import { writeShare } from '../playground/shareQuery.js';
import { shareLink } from '../playground/shareLink.js';
import { initialState, viewports } from '../playground/state.js';
import type { Room } from '../rooms.js';
import { sandboxRoom } from '../sandboxRoom.js';
import { presets } from './presets.js';
import type { Preset } from './presets.js';
import './presets.css';

const sizes = [
  { name: 'phone', title: 'Phone' },
  { name: 'tablet', title: 'Tablet' },
  { name: 'laptop', title: 'Desktop' },
] as const;

/** Every preset in every size, on one page. */
export function ContactSheet() {
  return (
    <main className="ui sheet">
      <h1>Contact sheet</h1>
      <p>Every preset on a phone, a tablet and a desktop. Each room is alive; it loads when it comes into view.</p>
      {presets.map((preset, row) => (
        <section key={preset.name} aria-label={preset.title}>
          <div className="preset-head">
            <h2>{preset.title}</h2>
            <a
              className="button button-small"
              target="_top"
              href={shareLink(
                document.baseURI,
                'playground--room',
                writeShare({ ...initialState, from: preset.title, role: preset.role, params: preset.params }),
              )}
            >
              Open in the playground
              <span className="sr-only">: {preset.title}</span>
            </a>
          </div>
          <div className="sheet-row">
            {sizes.map(({ name, title }, column) => (
              <figure key={name} style={{ aspectRatio: `${viewports[name].width} / ${viewports[name].height}` }}>
                <LazyRoom
                  room={`sheet-${row * sizes.length + column}`}
                  preset={preset}
                  size={viewports[name]}
                  title={`${preset.title}, ${title}`}
                />
                <figcaption>{title}</figcaption>
              </figure>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

interface LazyRoomProps {
  readonly preset: Preset;
  readonly room: Room;
  readonly size: { readonly width: number; readonly height: number };
  readonly title: string;
}

/** Twenty-four rooms at once would be slow: each is there only while it is in view, or nearly. */
function LazyRoom({ preset: { role, params }, room, size, title }: LazyRoomProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '200px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="sheet-room" ref={place}>
      {isNear && (
        <FittedFrame size={size}>
          <WherebyEmbed
            room={sandboxRoom(room, { role, straightIn: true })}
            allowedHosts={[location.host]}
            {...params}
            title={title}
            className="compare-embed"
          />
        </FittedFrame>
      )}
    </div>
  );
}
