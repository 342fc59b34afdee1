import { useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { ReactElement } from 'react';

/** The same page for everyone in a lesson: the server knows who is who. */
export function Lesson({ lesson }: { readonly lesson: string }): ReactElement {
  return <WherebyEmbed room={useRoomUrl({ create: { key: lesson } })} />;
}
