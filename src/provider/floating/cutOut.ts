export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is left of an area without a hole: the parts above, below and on both sides of it. */
function cutOne(area: Area, hole: Area): Area[] {
  const top = Math.max(area.top, hole.top);
  const bottom = Math.min(area.bottom, hole.bottom);
  const left = Math.max(area.left, hole.left);
  const right = Math.min(area.right, hole.right);
  if (top >= bottom || left >= right) return [area];
  return [
    { ...area, bottom: top },
    { ...area, top: bottom },
    { top, bottom, left: area.left, right: left },
    { top, bottom, left: right, right: area.right },
  ].filter((part) => part.top < part.bottom && part.left < part.right);
}

/** What is left of an area without holes, as areas that do not overlap. */
export const cutOut = (area: Area, holes: readonly Area[]): Area[] =>
  holes.reduce<Area[]>((parts, hole) => parts.flatMap((part) => cutOne(part, hole)), [area]);
