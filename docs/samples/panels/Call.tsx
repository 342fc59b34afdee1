import { WherebyEmbed, meetingPanels } from 'react-whereby-embed';

export const Call = ({ roomUrl }: { roomUrl: string }) => <WherebyEmbed {...meetingPanels} room={roomUrl} />;
