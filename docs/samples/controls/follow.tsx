import { WherebyEmbed, createMeetingStore } from 'react-whereby-embed';

const { connect, getState, subscribe } = createMeetingStore();
subscribe(() => console.log(getState().phase));

export const Lesson = ({ roomUrl }: { roomUrl: string }) => <WherebyEmbed room={roomUrl} ref={connect} />;
