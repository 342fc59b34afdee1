import { WherebyEmbed } from 'react-whereby-embed';

export const PhoneCall = ({ room }: { room: string }) => (
  <main style={{ boxSizing: 'border-box', height: '100dvh', paddingBottom: 'env(safe-area-inset-bottom)' }}>
    <WherebyEmbed room={room} toolbarText={false} logo={false} lowData />
  </main>
);
