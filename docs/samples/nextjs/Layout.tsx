import type { ReactNode } from 'react';
import { RoomMessageBuffer } from 'react-whereby-embed';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <RoomMessageBuffer />
        {children}
      </body>
    </html>
  );
}
