const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/** Template engines escape as little as `&` and as much as `=` and `/`. Some addresses were escaped more than once. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:amp;)*(?:(amp|quot|apos|lt|gt|nbsp)|#0*(\d{2,3})|#x0*([\da-f]{2}));/gi,
    (_whole, name: string | undefined, decimal: string | undefined, hexadecimal: string | undefined) =>
      name
        ? entities[name.toLowerCase()]!
        : String.fromCharCode(decimal ? Number(decimal) : parseInt(hexadecimal!, 16)),
  );
