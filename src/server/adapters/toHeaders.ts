/** Headers as Node and Lambda have them, as web-standard headers. What no header can carry is left out. */
export function toHeaders(entries: Readonly<Record<string, string | readonly string[] | null | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(entries))
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string | null | undefined]) {
      if (one === undefined || one === null) continue;
      try {
        headers.append(name, one);
      } catch {
        // HTTP/2 has pseudo headers such as `:path`.
      }
    }
  return headers;
}
