const { act, render, screen } = require('@testing-library/react');
const { WherebyEmbed } = require('react-whereby-embed');
const { fakeRoom } = require('react-whereby-embed/testing');

test('reports the number of participants', () => {
  const counts = [];
  render(
    <WherebyEmbed
      room="https://acme.whereby.com/demo"
      title="Lesson"
      onParticipantUpdate={({ count }) => counts.push(count)}
    />,
  );
  const room = fakeRoom(screen.getByTitle('Lesson'), { act });
  room.emit('ready');
  room.emit('join');
  room.emit('participantupdate', { count: 2 });
  expect(counts).toEqual([2]);
  expect(room.commands).toEqual([]);
});
