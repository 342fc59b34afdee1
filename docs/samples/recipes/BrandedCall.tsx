// BrandedCall.tsx
import { WherebyEmbed } from 'react-whereby-embed';

/** The page shows through the room, and the room shows nothing of its own that is not needed. */
export const BrandedCall = ({ room, name }: { room: string; name: string }) => (
  <section style={{ height: '80dvh', background: 'linear-gradient(#1b3a4b, #0b1f2a)', borderRadius: 16 }}>
    <WherebyEmbed room={room} displayName={name} background={false} logo={false} minimal chat leaveButton />
  </section>
);
