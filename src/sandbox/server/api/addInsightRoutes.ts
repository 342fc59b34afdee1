import { withLeadingSlash } from '../../../server/withLeadingSlash.js';
import type { Hono } from 'hono';
import { isMachine, lookUp } from '../../core/index.js';
import type { Meeting, Session, Stay } from '../../core/index.js';
import { createInsights } from '../createInsights.js';
import type { ApiContext } from './ApiContext.js';
import { parseDate, formatDate } from './date.js';
import { paginate, placed } from './paginate.js';
import { badRequest, notFound } from './Problem.js';

/** The service samples a connection this often. */
const SAMPLE_MS = 2_000;

/** Insights lists are shorter than others unless a limit is given. */
const LIMIT = 10;

const required = (query: URLSearchParams, name: string): string => {
  const value = query.get(name);
  if (!value) throw badRequest(`${name} is required`);
  return value;
};

export function addInsightRoutes(api: Hono, context: ApiContext): void {
  const { world, behaviour } = context;
  const now = () => createInsights(world, world.clock.now() - behaviour.insightsLagMs);
  const date = (time: number) => formatDate(context, time);
  const dateOrNull = (time: number | null) => (time === null ? null : date(time));
  const displayName = (stay: Stay) => (world.rules.hideNames ? '[[redacted]]' : stay.self.displayName);
  const roleName = ({ role }: Stay) => (role === 'granted_visitor' ? behaviour.grantedRole : role);

  api.get('/insights/rooms', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = now();
    const [exact, starts, holds] = ['exact', 'startsWith', 'contains'].map((kind) => query.get(`roomName[${kind}]`));
    const edge = (name: string, fallback: number) => {
      const given = query.get(name);
      return given ? parseDate(name, given) : fallback;
    };
    const from = edge('createdAt[from]', -Infinity);
    const to = edge('createdAt[to]', Infinity);
    const isListed = (meeting: Meeting) =>
      (behaviour.insightsRooms === 'visited'
        ? insights.wasVisited(meeting)
        : insights.sessionsOf(meeting).length > 0) &&
      (!exact || meeting.roomName === exact) &&
      meeting.roomName.startsWith(starts ?? '') &&
      meeting.roomName.includes(holds ?? '') &&
      meeting.createdAt >= from &&
      meeting.createdAt <= to;
    const rows = Object.values(world.state.meetings)
      .filter(isListed)
      .map((meeting) => {
        const sessions = insights.sessionsOf(meeting);
        const row = {
          roomName: meeting.roomName,
          createdAt: date(meeting.createdAt),
          endAt: date(meeting.endDate),
          firstSessionStartedAt: dateOrNull(sessions[0]?.startedAt ?? null),
          lastSessionStartedAt: dateOrNull(sessions.at(-1)?.startedAt ?? null),
          ...insights.roomTotals(meeting),
          totalSessions: sessions.length,
          ...insights.ratings(meeting, sessions.at(-1)),
        };
        return { row, place: meeting.order };
      });
    return c.json(paginate({ query, rows, limit: LIMIT, sortKeys: keysOf(roomKeys) }));
  });

  api.get('/insights/room-sessions', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = now();
    // Looked up, never made: asking for insights opens no room.
    const meetingId = lookUp(world.state.names, withLeadingSlash(required(query, 'roomName')));
    const meeting = meetingId === undefined ? undefined : lookUp(world.state.meetings, meetingId);
    const wanted = query.get('roomSessionId');
    const sessions = meeting ? insights.sessionsOf(meeting) : [];
    const rows = placed(sessions, ({ roomSessionId }) => !wanted || roomSessionId === wanted).map(({ row, place }) => {
      const startedAt = date(row.startedAt);
      const endedAt = dateOrNull(insights.endOf(row));
      return {
        place,
        row: {
          roomSessionId: row.roomSessionId,
          roomName: meeting?.roomName ?? '',
          ...(behaviour.sessionTimes === 'required' ? {} : { startedAt, endedAt }),
          ...(behaviour.sessionTimes === 'properties' ? {} : { createdAt: startedAt, endAt: endedAt }),
          ...insights.sessionTotals(meeting as Meeting, row),
          ...insights.ratings(meeting as Meeting, row),
        },
      };
    });
    return c.json(paginate({ query, rows, limit: LIMIT, sortKeys: keysOf(sessionKeys) }));
  });

  /** Each person of each session, in the order they came. */
  const people = (sessions: Iterable<Session>, insights: ReturnType<typeof now>) =>
    [...sessions].flatMap((session) => {
      const meeting = lookUp(world.state.meetings, session.meetingId);
      if (!meeting) return [];
      return insights
        .sessionVisits(meeting, session)
        .filter(({ stay }) => !isMachine(stay.role))
        .map(({ stay }) => ({ meeting, session, stay }));
    });

  const sessionBy = (roomSessionId: string) => {
    const session = lookUp(world.state.sessions, roomSessionId);
    return session ? [session] : [];
  };

  api.get('/insights/participants', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = now();
    const roomSessionId = query.get('roomSessionId');
    const externalId = query.get('externalId');
    if (!roomSessionId && !externalId) throw badRequest('roomSessionId or externalId is required');
    const sessions = roomSessionId ? sessionBy(roomSessionId) : Object.values(world.state.sessions);
    const rows = people(sessions, insights)
      .filter(({ stay }) => !externalId || stay.externalId === externalId)
      .map(({ session, stay }, place) => ({
        place,
        row: {
          roomSessionId: session.roomSessionId,
          participantId: stay.participantId,
          deviceId: stay.deviceId,
          userId: stay.deviceId,
          roleName: roleName(stay),
          displayName: displayName(stay),
          joinedAt: date(stay.joinedAt),
          leftAt: dateOrNull(insights.leftAt(stay)),
          externalId: stay.externalId ?? '',
          ...ratingOf(stay, session),
        },
      }));
    return c.json(paginate({ query, rows, limit: LIMIT, sortKeys: keysOf(['joinedAt', 'leftAt']) }));
  });

  api.get('/insights/participant', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = now();
    const participantId = required(query, 'participantId');
    const found = people(sessionBy(required(query, 'roomSessionId')), insights).filter(
      ({ stay }) => stay.participantId === participantId,
    );
    if (!found.length) throw notFound();
    return c.json(
      found.map(({ meeting, stay }) => {
        const samples = insights.samples(meeting, stay, SAMPLE_MS);
        return {
          displayName: displayName(stay),
          userRole: roleName(stay),
          userAgent: stay.userAgent,
          timeStamp: date(stay.joinedAt),
          sampleRateMs: SAMPLE_MS,
          samples: {
            packetLossSend: samples.map((one) => one.packetLossSend),
            packetLossRecv: samples.map((one) => one.packetLossRecv),
            bitrateSend: samples.map((one) => one.bitrateSend),
            bitrateRecv: samples.map((one) => one.bitrateRecv),
          },
          events: [],
        };
      }),
    );
  });
}

/** What a participant said of a session, nulls where nothing. */
const ratingOf = ({ rating }: Stay, { roomSessionId }: Session) => {
  const given = rating?.roomSessionId === roomSessionId ? rating : undefined;
  return { rating: given?.rating ?? null, tags: given?.tags ?? null, comment: given?.comment ?? null };
};

const totalKeys = [
  'totalParticipantMinutes',
  'totalRecorderMinutes',
  'totalStreamerMinutes',
  'totalUniqueParticipants',
  'totalUniqueRecorders',
  'totalUniqueStreamers',
] as const;
const roomKeys = [
  'roomName',
  'createdAt',
  'endAt',
  'firstSessionStartedAt',
  'lastSessionStartedAt',
  'totalSessions',
  ...totalKeys,
] as const;
const sessionKeys = ['roomSessionId', 'startedAt', 'endedAt', ...totalKeys] as const;

/** Sorts by fields of the row as it is answered; what is not there sorts first. */
const keysOf = (names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      (row: Readonly<Record<string, unknown>>): string | number => {
        const value = row[name];
        return typeof value === 'number' || typeof value === 'string' ? value : '';
      },
    ]),
  );
