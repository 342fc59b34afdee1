import { WherebyEmbed } from 'react-whereby-embed';

export const InWebView = ({ room }: { room: string }) => (
  <WherebyEmbed room={room} skipMediaPermissionPrompt precallReview={false} leaveButton />
);
