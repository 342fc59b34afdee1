// src/Lesson.test.tsx
import { act, render, screen } from '@testing-library/react';
import { WherebyEmbed } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { expect, test } from 'vitest';

test('reports the number of participants', () => {
  const counts: number[] = [];
  render(
    <WherebyEmbed
      room="https://acme.whereby.com/demo"
      title="Lesson"
      onParticipantUpdate={({ count }) => counts.push(count)}
    />,
  );
  const room = fakeRoom(screen.getByTitle<HTMLIFrameElement>('Lesson'), { act });
  room.emit('ready');
  room.emit('join');
  room.emit('participantupdate', { count: 2 });
  expect(counts).toEqual([2]);
  expect(room.commands).toEqual([]);
});
