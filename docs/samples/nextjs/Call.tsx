'use client';

import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedProps } from 'react-whereby-embed';

export function Call({ done, ...props }: WherebyEmbedProps & { done: string }) {
  return <WherebyEmbed {...props} onExit={() => location.assign(done)} />;
}
