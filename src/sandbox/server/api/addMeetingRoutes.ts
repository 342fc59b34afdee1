import type { Hono } from 'hono';
import { lookUp } from '../../core/index.js';
import type { Meeting, NewMeeting } from '../../core/index.js';
import type { Role } from '../../wire.js';
import type { PlanFeature } from '../ApiBehaviour.js';
import type { ApiContext } from './ApiContext.js';
import { buildRoomUrl } from './buildRoomUrl.js';
import { createMeetingSchema } from './createMeetingSchema.js';
import { formatDate } from './formatDate.js';
import { paginate } from './paginate.js';
import { badRequest, forbidden, notFound } from './Problem.js';
import { readBody } from './readBody.js';
import { readFields } from './readQuery.js';

/** Clients send "now", which is past when it arrives. */
const LATE_MS = 60_000;

const isWanted = (settings: NewMeeting['streaming']): boolean =>
  settings !== null && settings !== undefined && settings.startTrigger !== 'none';

/** Whether a meeting needs a feature of the plan. */
const needsFeature: Readonly<Record<PlanFeature, (input: NewMeeting) => boolean>> = {
  groupRooms: ({ roomMode, templateType }) => roomMode === 'group' || Boolean(templateType),
  cloudRecording: ({ recording }) => recording?.type === 'cloud',
  liveTranscription: ({ liveTranscription }) => isWanted(liveTranscription),
  streaming: ({ streaming }) => isWanted(streaming),
  dialIn: ({ isDialInEnabled }) => isDialInEnabled === true,
};

function writeMeeting(context: ApiContext, request: Request, meeting: Meeting, fields: readonly string[]) {
  const isViewerMode = meeting.templateType === 'viewerMode';
  const hasField = (field: string) => fields.includes(field);
  const buildUrl = (role: Role) => buildRoomUrl(context.world, context.findRoomOrigin(request), meeting, role);
  return {
    meetingId: meeting.meetingId,
    roomName: meeting.roomName,
    roomUrl: buildUrl('visitor'),
    startDate: formatDate(context, meeting.createdAt),
    endDate: formatDate(context, meeting.endDate),
    ...(isViewerMode || hasField('hostRoomUrl') ? { hostRoomUrl: buildUrl('host') } : {}),
    ...(isViewerMode || hasField('viewerRoomUrl') ? { viewerRoomUrl: buildUrl('viewer') } : {}),
    ...(hasField('dialIn') && meeting.dialIn
      ? {
          dialIn: { code: meeting.dialIn.code, phoneNumbers: [{ countryCode: 'NO', phoneNumber: '+4700000000' }] },
          roomPreferences: { dialIn: true },
        }
      : {}),
  };
}

export function addMeetingRoutes(api: Hono, context: ApiContext): void {
  const { world, behaviour } = context;
  const bodySchema = createMeetingSchema(behaviour);

  const find = (meetingId: string): Meeting => {
    const meeting = lookUp(world.state.meetings, meetingId);
    if (!meeting || meeting.deletedAt !== null) throw notFound();
    return meeting;
  };

  api.post('/meetings', async (c) => {
    const { fields, ...input } = await readBody(c.req.raw, bodySchema);
    if (input.endDate < world.clock.now() - LATE_MS) throw badRequest('endDate must be now or later');
    // The options can come from a JSON file, which may name anything.
    if (behaviour.planLacks.some((feature) => needsFeature[feature]?.(input))) throw forbidden();
    return c.json(writeMeeting(context, c.req.raw, world.createMeeting(input), fields), 201);
  });

  api.get('/meetings', (c) => {
    const query = new URL(c.req.url).searchParams;
    const prefix = query.get('roomName[startsWith]') ?? '';
    const rows = Object.values(world.state.meetings)
      .filter((meeting) => meeting.deletedAt === null && meeting.roomName.startsWith(prefix))
      .map((row) => ({ row, place: row.order }));
    const { results, cursor } = paginate({ list: 'meetings', query, rows, sortKeys: {} });
    const fields = readFields(query);
    return c.json({ results: results.map((meeting) => writeMeeting(context, c.req.raw, meeting, fields)), cursor });
  });

  api.get('/meetings/:meetingId', (c) =>
    c.json(
      writeMeeting(context, c.req.raw, find(c.req.param('meetingId')), readFields(new URL(c.req.url).searchParams)),
    ),
  );

  api.delete('/meetings/:meetingId', (c) => {
    const meeting = lookUp(world.state.meetings, c.req.param('meetingId'));
    if (meeting) world.deleteMeeting(meeting.meetingId);
    return c.body(null, 204);
  });
}
