import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

export interface FittedFrameProps {
  /** Undefined to fill the place. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly children: ReactNode;
}

/** A frame as large as a device, made smaller until it fits its place. */
export function FittedFrame({ size, children }: FittedFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const [space, setSpace] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSpace({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = size && space.width ? Math.min(1, space.width / size.width, space.height / size.height) : 1;
  return (
    <div className="fitted" ref={place}>
      <div
        className="fitted-frame"
        style={
          size && {
            width: size.width,
            height: size.height,
            transform: `translate(-50%, -50%) scale(${scale})`,
            insetInlineStart: '50%',
            insetBlockStart: '50%',
          }
        }
        data-sized={size ? 'true' : undefined}
      >
        {children}
      </div>
    </div>
  );
}
