import { useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { ReactElement } from 'react';

/** The same page for everyone in a lesson. The server decides which room URL each person gets. */
export function Lesson({ lesson }: { readonly lesson: string }): ReactElement {
  return <WherebyEmbed room={useRoomUrl({ create: { key: lesson } })} />;
}
