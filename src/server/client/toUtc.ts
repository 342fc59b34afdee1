/** ISO 8601 text as the API reads it: without an offset it is UTC, where `Date.parse` takes it as local time. */
export const toUtc = (text: string): string => (/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text);
