/** Where it is kept that a meeting was created for a tenant. */
export const buildMeetingKey = (tenant: string, meetingId: string): string =>
  JSON.stringify([tenant, 'meeting', meetingId]);
