export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Tiles are near 4:3: a picture of a camera is neither cut to a strip nor lost in a wide one. */
const NARROWEST = 1.2;
const WIDEST = 1.5;

/** The largest tiles of which `count` fit into the area, all of one size, in whole pixels. */
export function fitTiles(area: Size, count: number, gap: number): Size {
  let best: Size = { width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const cell = {
      width: (area.width - gap * (columns - 1)) / columns,
      height: (area.height - gap * (rows - 1)) / rows,
    };
    const ratio = Math.min(Math.max(cell.width / cell.height, NARROWEST), WIDEST);
    const width = Math.floor(Math.min(cell.width, cell.height * ratio));
    const height = Math.min(Math.round(width / ratio), Math.floor(cell.height));
    if (cell.height > 0 && width * height > best.width * best.height) best = { width, height };
  }
  return best;
}

const SMALLEST: Size = { width: 96, height: 66 };
const MOST_TILES = 12;

/** How many tiles an area has room for without becoming too small to see who it is. At least one. */
export function countTiles(area: Size, gap: number): number {
  const columns = Math.floor((area.width + gap) / (SMALLEST.width + gap));
  const rows = Math.floor((area.height + gap) / (SMALLEST.height + gap));
  return Math.min(Math.max(columns, 1) * Math.max(rows, 1), MOST_TILES);
}
