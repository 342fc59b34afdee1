/** Paths of icons, drawn in strokes on a grid of 24 by 24. */
const paths = {
  link: 'M9 17H7A5 5 0 0 1 7 7h2M15 7h2a5 5 0 0 1 4 8M8 12h3M4 4l16 16',
  window: 'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3 9h18M9 12l6 4M15 12l-6 4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  camera: 'M15 11l6-3.500v9L15 13M11 6h2a2 2 0 0 1 2 2v2M15 16a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2M3 3l18 18',
  browser: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 8v5M12 16v.01',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20a8 8 0 0 1 16 0',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4',
  door: 'M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6M18 14.500a6 6 0 0 1 3.500 5.500',
  network:
    'M12 19v.01M8.500 15.500a5 5 0 0 1 7 0M5 12a10 10 0 0 1 5-2.700M19 12a10 10 0 0 0-2.500-1.800M2 8.500A15 15 0 0 1 8 5M22 8.500A15 15 0 0 0 12 4M3 3l18 18',
  warning: 'M12 4 2.500 20h19zM12 10v4M12 17v.01',
  record: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
} as const;

export type PanelIconName = keyof typeof paths;

export interface PanelIconProps {
  readonly name: PanelIconName;
  readonly tone?: 'warn' | undefined;
}

/** The picture at the head of a panel. Says nothing that the title does not say. */
export function PanelIcon({ name, tone }: PanelIconProps) {
  return (
    <svg className="whereby-panel-icon" data-tone={tone} viewBox="0 0 24 24" aria-hidden>
      <path d={paths[name]} />
    </svg>
  );
}
