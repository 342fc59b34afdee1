const paths = {
  note: 'M9 18V6l10-2v12M9 18a2.5 2 0 1 1-5 0 2.5 2 0 0 1 5 0ZM19 16a2.5 2 0 1 1-5 0 2.5 2 0 0 1 5 0Z',
  theme: 'M12 4v16M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 8a4 4 0 0 1 0 8',
  camera: 'M4 7h10v10H4zM14 11l6-3v8l-6-3',
  microphone: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4ZM6 11.5a6 6 0 0 0 12 0M12 17.5V21',
  screenshare: 'M4 5h16v11H4zM8 20h8M12 13V8M9.5 10.5 12 8l2.5 2.5',
  chat: 'M5 5h14v10h-8l-4 4v-4H5z',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19a5.5 5.5 0 0 1 11 0M16 11.5a2.5 2.5 0 1 0-1-4.8M17 14.2a5 5 0 0 1 3.5 4.8',
  recording: 'M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  leave: 'M4 14c4-5 12-5 16 0l-2.5 2.5-3-1.5v-2.2a8 8 0 0 0-5 0V15l-3 1.5z',
  end: 'M6 6l12 12M18 6 6 18',
  hand: 'M8 13V7a1.3 1.3 0 0 1 2.6 0v4V5.300a1.3 1.3 0 0 1 2.6 0V11V6.500a1.3 1.3 0 0 1 2.6 0V14c0 4-2 6-5 6s-4.3-2-6-5.500c-.5-1.3 1.2-2.2 2-1.300z',
  sheet: 'M6 4h9l3 3v13H6zM9 10h6M9 13h6M9 16h6',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 8v4.500l3 2',
  warning: 'M12 4l9 16H3zM12 10v4M12 16.800v.2',
  calendar: 'M4 6h16v14H4zM4 10h16M8 4v4M16 4v4',
  door: 'M7 20V4h10v16M4 20h16M13.5 12v.2',
  knock: 'M12 4a6 6 0 0 1 6 6c0 4 1.5 5 1.5 6h-15c0-1 1.5-2 1.5-6a6 6 0 0 1 6-6ZM10 19a2 2 0 0 0 4 0',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a text. It says nothing that the text does not. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
