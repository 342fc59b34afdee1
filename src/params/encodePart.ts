/** Percent-encodes text for a query. Lone surrogates have no UTF-8 form and become U+FFFD, as in `URLSearchParams`. */
export const encodePart = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
