/** Whether an event's target is an element. Not `instanceof`: a provider can be rendered into another window, whose classes are others. */
export const isElement = (target: EventTarget | null | undefined): target is Element =>
  (target as Partial<Node> | null | undefined)?.nodeType === 1;
