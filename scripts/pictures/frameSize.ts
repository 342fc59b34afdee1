/** One state's part of a picture, in pixels: beside it a gap, above it its label. */
export const frameSize = { width: 480, height: 330, gap: 10, label: 26 } as const;
