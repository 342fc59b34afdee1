import { WherebyEmbed } from 'react-whereby-embed';

export function Call({ room, name }: { room: string | undefined; name?: string | undefined }) {
  return room === undefined ? <p>Just a moment…</p> : <WherebyEmbed room={room} displayName={name} />;
}
