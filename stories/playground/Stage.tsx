import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Choice } from '../Choice.js';
import { Segments } from '../Segments.js';
import { roles } from '../sandboxRoom.js';
import { backdrops, scenes, themes, viewports } from './state.js';
import type { PlaygroundState } from './state.js';

export interface StageProps {
  readonly state: PlaygroundState;
  onChange(change: Partial<PlaygroundState>): void;
  readonly children: ReactNode;
}

const optionsOf = <Name extends string>(names: Readonly<Record<Name, string | { label: string; title: string }>>) =>
  (Object.keys(names) as Name[]).map((value) => {
    const entry = names[value];
    return typeof entry === 'string' ? { value, label: entry } : { value, label: entry.label, title: entry.title };
  });

const viewportOptions = optionsOf(viewports);
const backdropOptions = optionsOf(backdrops);
const roleOptions = optionsOf(roles);
const sceneOptions = optionsOf(scenes);
const themeOptions = optionsOf(themes);

/** The frame in the size of a device, made smaller where it does not fit, in front of a background. */
export function Stage({ state, onChange, children }: StageProps) {
  const area = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const viewport = viewports[state.viewport];
  const size = 'width' in viewport ? viewport : undefined;
  const scale = size && room.width ? Math.min(1, (room.width - 24) / size.width, (room.height - 24) / size.height) : 1;

  return (
    <>
      <div className="stage-bar">
        <Segments
          label="Size"
          value={state.viewport}
          options={viewportOptions}
          onChange={(viewport) => onChange({ viewport })}
        />
        {!state.room.trim() && (
          <>
            <Choice label="Show" value={state.scene} options={sceneOptions} onChange={(scene) => onChange({ scene })} />
            <Choice label="As" value={state.role} options={roleOptions} onChange={(role) => onChange({ role })} />
          </>
        )}
        <Choice
          label="Behind"
          value={state.backdrop}
          options={backdropOptions}
          onChange={(backdrop) => onChange({ backdrop })}
        />
        <Choice label="Theme" value={state.theme} options={themeOptions} onChange={(theme) => onChange({ theme })} />
        {size && (
          <span className="stage-size">
            {size.width} × {size.height}
            {scale < 1 && `, shown at ${Math.round(scale * 100)} %`}
          </span>
        )}
      </div>
      <div className="stage-area" ref={area} data-backdrop={state.backdrop}>
        <div
          className="stage-frame"
          data-device={size ? 'true' : undefined}
          style={
            size
              ? {
                  width: size.width,
                  height: size.height,
                  transform: `scale(${scale})`,
                  marginInline: `0 ${(scale - 1) * size.width}px`,
                  marginBlock: `0 ${(scale - 1) * size.height}px`,
                }
              : undefined
          }
        >
          {children}
        </div>
      </div>
    </>
  );
}
