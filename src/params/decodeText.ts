/** Never throws, unlike `decodeURIComponent`, and leaves what is no encoding. */
export const decodeText = (text: string): string =>
  new URLSearchParams(`text=${text.replaceAll('&', '%26')}`).get('text') ?? '';
