import { WherebyEmbed } from 'react-whereby-embed';

export const Lesson = ({ room, isPhone }: { room: string; isPhone: boolean }) => (
  <WherebyEmbed room={room} minimal={isPhone} toolbarText={!isPhone} />
);
