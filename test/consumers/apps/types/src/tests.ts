import { fakeRoom } from 'react-whereby-embed/testing';

const room = fakeRoom(document.querySelector('iframe'), { act: (render) => render() });
room.emit('participantupdate', { count: 2 });
export const names: readonly string[] = room.commands.map(({ method }) => method);
