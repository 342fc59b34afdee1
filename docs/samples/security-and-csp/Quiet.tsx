import { WherebyEmbed } from 'react-whereby-embed';

export const Quiet = ({ room }: { room: string }) => (
  <WherebyEmbed room={room} allow={{ add: ['clipboard-write'], remove: ['display-capture'] }} />
);
