import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Choice } from '../Choice.js';
import { Segments } from '../Segments.js';
import { MockPage } from './MockPage.js';
import { optionsOf } from './optionsOf.js';
import { RoomMenu } from './RoomMenu.js';
import { frameSizeOf, viewports, zooms } from './state.js';
import type { PlaygroundState } from './state.js';
import { ViewMenu } from './ViewMenu.js';

export interface StageProps {
  readonly state: PlaygroundState;
  onChange(change: Partial<PlaygroundState>, label: string, name?: string): void;
  readonly children: ReactNode;
}

/** Around the frame, so that its shadow is seen. */
const MARGIN = 24;

const sizeOptions = optionsOf(viewports).map((option) => ({
  ...option,
  title: `${option.title} (the keys [ and ] step through the sizes)`,
}));

/** The frame in the size of a device, made smaller where it does not fit, in front of a background. */
export function Stage({ state, onChange, children }: StageProps) {
  const area = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ width: 0, height: 0 });

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setPlace({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const size = frameSizeOf(state);
  const fits =
    size && place.width ? Math.min(1, (place.width - MARGIN) / size.width, (place.height - MARGIN) / size.height) : 1;
  const scale = state.zoom === 'fit' ? Math.max(0.05, fits) : 1;

  return (
    <>
      <div className="stage-bar">
        <Segments
          label="Size"
          value={state.viewport}
          options={sizeOptions}
          onChange={(viewport) => onChange({ viewport }, `Size: ${viewports[viewport].label}`)}
        />
        <span className="stage-menus">
          {!state.room && <RoomMenu state={state} onChange={onChange} />}
          <ViewMenu state={state} onChange={onChange} />
        </span>
      </div>
      <div
        className="stage-box"
        data-backdrop={state.backdrop}
        style={state.backdrop === 'own' ? { background: state.colour } : undefined}
      >
        <div
          className="stage-area"
          ref={area}
          data-zoom={state.zoom}
          tabIndex={state.zoom === 'full' ? 0 : -1}
          role="region"
          aria-label="Frame"
        >
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
            <MockPage isShown={state.around === 'page'} direction={state.direction}>
              {children}
            </MockPage>
          </div>
        </div>
        {size && (
          <div className="stage-size" role="group" aria-label="Size of the frame">
            {state.viewport === 'own' ? (
              <OwnSize state={state} onChange={onChange} />
            ) : (
              <span>
                {size.width} × {size.height}
              </span>
            )}
            {scale < 1 && <span>{Math.round(scale * 100)} %</span>}
            <Choice
              label="Zoom"
              isLabelHidden
              value={state.zoom}
              options={optionsOf(zooms)}
              onChange={(zoom) => onChange({ zoom }, `Zoom: ${zooms[zoom]}`)}
            />
            <button
              type="button"
              className="button button-small"
              aria-pressed={state.isTurned}
              onClick={() => onChange({ isTurned: !state.isTurned }, 'Turned')}
            >
              Rotate
            </button>
          </div>
        )}
      </div>
    </>
  );
}

const SMALLEST = 100;
const LARGEST = 4_000;

function OwnSize({ state, onChange }: Pick<StageProps, 'state' | 'onChange'>) {
  const field = (side: 'width' | 'height', label: string) => (
    <input
      type="number"
      className="field"
      aria-label={label}
      min={SMALLEST}
      max={LARGEST}
      defaultValue={state[side]}
      // Another one once an undo has changed it.
      key={`${side}${state[side]}`}
      onBlur={(event) => {
        const value = event.target.valueAsNumber;
        if (value >= SMALLEST && value <= LARGEST && value !== state[side])
          onChange({ [side]: Math.round(value) }, `${label}: ${Math.round(value)}`, side);
        else event.target.value = String(state[side]);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
  return (
    <span className="own-size">
      {field('width', 'Width')} × {field('height', 'Height')}
    </span>
  );
}
