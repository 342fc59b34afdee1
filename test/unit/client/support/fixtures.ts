/** Looks like a key of the service. */
export const apiKey = 'eyJhbGciOiJIUzI1NiJ9.eyJvcmciOjF9.c2VjcmV0LXNpZ25hdHVyZQ';
export const roomKey = 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiZGVtbyJ9.aG9zdC1rZXktb2YtdGhlLXJvb20';

export const meeting = {
  meetingId: '52755922',
  roomName: '/demo-793e9ec1',
  roomUrl: 'https://acme.whereby.com/demo-793e9ec1',
  startDate: '2026-01-01T10:00:00.000Z',
  endDate: '2026-01-01T11:00:00.000Z',
};
