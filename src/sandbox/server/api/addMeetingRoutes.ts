import type { Hono } from 'hono';
import { lookUp } from '../../core/index.js';
import type { Meeting, NewMeeting } from '../../core/index.js';
import type { PlanFeature } from '../ApiBehaviour.js';
import { booleanOf, choiceOf, objectOf, readObject, requiredText, textOf } from './readBody.js';
import type { Fields } from './readBody.js';
import type { ApiContext } from './ApiContext.js';
import { parseDate, formatDate } from './date.js';
import { paginate } from './paginate.js';
import { badRequest, forbidden, notFound } from './Problem.js';
import { readFields } from './readQuery.js';

/** Clients send "now", which is past by the time it arrives. */
const LATE_MS = 60_000;

const triggers = {
  recording: ['none', 'prompt', 'automatic', 'automatic-2nd-participant'],
  liveTranscription: ['none', 'manual', 'automatic', 'automatic-2nd-participant'],
  streaming: ['none', 'prompt', 'automatic'],
} as const;

function readCapture(body: Fields, name: keyof typeof triggers): NonNullable<NewMeeting['recording']> | null {
  const given = objectOf(body, name);
  if (!given) return null;
  choiceOf(given, 'startTrigger', triggers[name]);
  const destination = objectOf(given, 'destination');
  if (name === 'recording') choiceOf(given, 'type', ['none', 'local', 'cloud']);
  if (name === 'recording' && destination) choiceOf(destination, 'provider', ['s3', 'whereby']);
  if (name === 'streaming' && destination) requiredText(destination, 'url');
  return given;
}

function readPrefix({ behaviour }: ApiContext, body: Fields): string {
  const given = textOf(body, 'roomNamePrefix') ?? '';
  if (given.length > 39) throw badRequest('roomNamePrefix must not be longer than 39 characters');
  const strict = behaviour.roomNamePrefix === 'strict';
  const prefix = strict ? given : given.toLowerCase().replace(/\s+/g, '').replace(/^\/+/, '');
  if (!(strict ? /^[a-z0-9]*$/ : /^[a-z0-9_-]*$/).test(prefix))
    throw badRequest(`roomNamePrefix may hold ${strict ? 'a-z and 0-9' : 'letters, digits, - and _'} only`);
  return prefix;
}

function readNewMeeting(context: ApiContext, body: Fields): NewMeeting {
  const endDate = parseDate('endDate', requiredText(body, 'endDate'));
  if (endDate < context.world.clock.now() - LATE_MS) throw badRequest('endDate must be now or later');
  return {
    endDate,
    roomNamePrefix: readPrefix(context, body),
    roomNamePattern: choiceOf(body, 'roomNamePattern', ['uuid', 'human-short']) ?? 'uuid',
    roomMode: choiceOf(body, 'roomMode', ['normal', 'group']) ?? 'normal',
    isLocked: booleanOf(body, 'isLocked') ?? false,
    templateType: choiceOf(body, 'templateType', ['viewerMode']) ?? null,
    isDialInEnabled: booleanOf(body, 'isDialInEnabled') ?? false,
    recording: readCapture(body, 'recording'),
    liveTranscription: readCapture(body, 'liveTranscription'),
    streaming: readCapture(body, 'streaming'),
  };
}

const isWanted = (settings: NewMeeting['streaming']): boolean => Boolean(settings) && settings?.startTrigger !== 'none';

/** What of a plan's features a meeting needs. */
const asksFor = (input: NewMeeting): readonly PlanFeature[] => [
  ...(input.roomMode === 'group' || input.templateType ? (['groupRooms'] as const) : []),
  ...(input.recording?.type === 'cloud' ? (['cloudRecording'] as const) : []),
  ...(isWanted(input.liveTranscription) ? (['liveTranscription'] as const) : []),
  ...(isWanted(input.streaming) ? (['streaming'] as const) : []),
  ...(input.isDialInEnabled ? (['dialIn'] as const) : []),
];

const bodyFields = ({ fields }: Fields): readonly string[] =>
  typeof fields === 'string' ? fields.split(',') : Array.isArray(fields) ? fields.map(String) : [];

export const buildRoomAddress = (context: Pick<ApiContext, 'roomOrigin'>, meeting: Meeting): string =>
  context.roomOrigin() + meeting.roomName;

export const buildRoleAddress = (
  context: Pick<ApiContext, 'roomOrigin' | 'world'>,
  meeting: Meeting,
  role: Parameters<ApiContext['world']['keyFor']>[1],
): string => `${buildRoomAddress(context, meeting)}?roomKey=${context.world.keyFor(meeting.meetingId, role)}`;

function writeMeeting(context: ApiContext, meeting: Meeting, fields: readonly string[]) {
  const viewerMode = meeting.templateType === 'viewerMode';
  const asked = (field: string) => fields.includes(field);
  return {
    meetingId: meeting.meetingId,
    roomName: meeting.roomName,
    roomUrl: buildRoomAddress(context, meeting),
    startDate: formatDate(context, meeting.createdAt),
    endDate: formatDate(context, meeting.endDate),
    ...(viewerMode || asked('hostRoomUrl') ? { hostRoomUrl: buildRoleAddress(context, meeting, 'host') } : {}),
    ...(viewerMode || asked('viewerRoomUrl') ? { viewerRoomUrl: buildRoleAddress(context, meeting, 'viewer') } : {}),
    ...(asked('dialIn') && meeting.dialIn
      ? {
          dialIn: { code: meeting.dialIn.code, phoneNumbers: [{ countryCode: 'NO', phoneNumber: '+4700000000' }] },
          roomPreferences: { dialIn: true },
        }
      : {}),
  };
}

export function addMeetingRoutes(api: Hono, context: ApiContext): void {
  const { world } = context;

  const find = (meetingId: string): Meeting => {
    const meeting = lookUp(world.state.meetings, meetingId);
    if (!meeting || meeting.deletedAt !== null) throw notFound();
    return meeting;
  };

  api.post('/meetings', async (c) => {
    const body = await readObject(c.req.raw);
    const input = readNewMeeting(context, body);
    if (asksFor(input).some((feature) => context.behaviour.planLacks.includes(feature))) throw forbidden();
    const meeting = world.createMeeting(input);
    return c.json(writeMeeting(context, meeting, bodyFields(body)), 201);
  });

  api.get('/meetings', (c) => {
    const query = new URL(c.req.url).searchParams;
    const prefix = query.get('roomName[startsWith]') ?? '';
    const rows = Object.values(world.state.meetings)
      .filter((meeting) => meeting.deletedAt === null && meeting.roomName.startsWith(prefix))
      .map((row) => ({ row, place: row.order }));
    const { results, cursor } = paginate({ query, rows, sortKeys: {} });
    const fields = readFields(query);
    return c.json({ results: results.map((meeting) => writeMeeting(context, meeting, fields)), cursor });
  });

  api.get('/meetings/:meetingId', (c) =>
    c.json(writeMeeting(context, find(c.req.param('meetingId')), readFields(new URL(c.req.url).searchParams))),
  );

  api.delete('/meetings/:meetingId', (c) => {
    world.deleteMeeting(c.req.param('meetingId'));
    return c.body(null, 204);
  });
}
