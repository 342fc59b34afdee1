import { buildRoomUrl } from 'react-whereby-embed/url';

interface Meeting {
  roomUrl: string;
  hostRoomUrl: string;
  viewerRoomUrl: string;
}

export const teacherUrl = (meeting: Meeting, name: string) =>
  buildRoomUrl(meeting.hostRoomUrl, { displayName: name, breakout: true, groups: ['red', 'blue'], people: true });

export const studentUrl = (meeting: Meeting, student: { id: string; name: string }) =>
  buildRoomUrl(meeting.roomUrl, {
    displayName: student.name,
    externalId: student.id,
    audio: false,
    people: false,
    recording: false,
  });

export const observerUrl = (meeting: Meeting) =>
  buildRoomUrl(meeting.viewerRoomUrl, { cameraAccess: false, screenshare: false, precallReview: false });
