import type { ReactElement } from 'react';
import { Meeting } from './Meeting';

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** A Server Component. The browser fetches the room URL, for the person who looks at the page. */
export default async function Page({ params }: PageProps): Promise<ReactElement> {
  const { id } = await params;
  return (
    <main style={{ height: '100dvh' }}>
      <Meeting meetingId={decodeURIComponent(id)} />
    </main>
  );
}
