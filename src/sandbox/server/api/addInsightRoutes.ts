import type { Hono } from 'hono';
import * as v from 'valibot';
import { withLeadingSlash } from '../../../server/withLeadingSlash.js';
import { getShownName, isMachine, lookUp } from '../../core/index.js';
import type { Meeting, Session, Stay } from '../../core/index.js';
import { createInsights } from '../createInsights.js';
import type { ApiContext } from './ApiContext.js';
import { apiDate } from './apiDate.js';
import { formatDate } from './formatDate.js';
import { paginate, placeRows } from './paginate.js';
import { badRequest, notFound } from './Problem.js';
import { readQuery } from './readQuery.js';

/** The service samples a connection this often. */
const SAMPLE_MS = 2_000;

/** Pages of insights are shorter than others if no limit is given. */
const LIMIT = 10;

const text = v.exactOptional(v.string());
const date = v.exactOptional(apiDate);

export function addInsightRoutes(api: Hono, context: ApiContext): void {
  const { world, behaviour } = context;
  const createCurrentInsights = () => createInsights(world, world.clock.now() - behaviour.insightsLagMs);
  const writeDate = (time: number) => formatDate(context, time);
  const writeDateOrNull = (time: number | null) => (time === null ? null : writeDate(time));
  const getName = ({ self }: Stay) => getShownName(world.rules, self.displayName);
  const getRoleName = ({ role }: Stay) => (role === 'granted_visitor' ? behaviour.grantedRole : role);

  api.get('/insights/rooms', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = createCurrentInsights();
    const filter = readQuery(query, {
      'roomName[exact]': text,
      'roomName[startsWith]': text,
      'roomName[contains]': text,
      'createdAt[from]': date,
      'createdAt[to]': date,
    });
    const isListed = (meeting: Meeting) =>
      (behaviour.insightsRooms === 'visited'
        ? insights.wasVisited(meeting)
        : insights.listSessions(meeting).length > 0) &&
      meeting.roomName === (filter['roomName[exact]'] ?? meeting.roomName) &&
      meeting.roomName.startsWith(filter['roomName[startsWith]'] ?? '') &&
      meeting.roomName.includes(filter['roomName[contains]'] ?? '') &&
      meeting.createdAt >= (filter['createdAt[from]'] ?? -Infinity) &&
      meeting.createdAt <= (filter['createdAt[to]'] ?? Infinity);
    const rows = Object.values(world.state.meetings)
      .filter(isListed)
      .map((meeting) => {
        const sessions = insights.listSessions(meeting);
        const row = {
          roomName: meeting.roomName,
          createdAt: writeDate(meeting.createdAt),
          endAt: writeDate(meeting.endDate),
          firstSessionStartedAt: writeDateOrNull(sessions[0]?.startedAt ?? null),
          lastSessionStartedAt: writeDateOrNull(sessions.at(-1)?.startedAt ?? null),
          ...insights.computeRoomTotals(meeting),
          totalSessions: sessions.length,
          ...insights.computeRatings(meeting, sessions.at(-1)),
        };
        return { row, place: meeting.order };
      });
    return c.json(paginate({ list: 'rooms', query, rows, limit: LIMIT, sortKeys: createSortKeys(roomKeys) }));
  });

  api.get('/insights/room-sessions', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = createCurrentInsights();
    const { roomName, roomSessionId } = readQuery(query, { roomName: v.string(), roomSessionId: text });
    // Not `findMeeting`: with `openRooms` that would create the room.
    const meetingId = lookUp(world.state.names, withLeadingSlash(roomName));
    const meeting = meetingId === undefined ? undefined : lookUp(world.state.meetings, meetingId);
    const writeSession = (of: Meeting, session: Session) => {
      const startedAt = writeDate(session.startedAt);
      const endedAt = writeDateOrNull(insights.getEnd(session));
      return {
        roomSessionId: session.roomSessionId,
        roomName: of.roomName,
        ...(behaviour.sessionTimes === 'required' ? {} : { startedAt, endedAt }),
        ...(behaviour.sessionTimes === 'properties' ? {} : { createdAt: startedAt, endAt: endedAt }),
        ...insights.computeSessionTotals(of, session),
        ...insights.computeRatings(of, session),
      };
    };
    const rows = meeting
      ? placeRows(insights.listSessions(meeting), (one) => !roomSessionId || one.roomSessionId === roomSessionId).map(
          ({ row, place }) => ({ place, row: writeSession(meeting, row) }),
        )
      : [];
    return c.json(paginate({ list: 'room-sessions', query, rows, limit: LIMIT, sortKeys: createSortKeys(sessionKeys) }));
  });

  /** The people of sessions, in the order in which they came. */
  const listPeople = (sessions: readonly Session[], insights: ReturnType<typeof createInsights>) =>
    sessions.flatMap((session) => {
      const meeting = lookUp(world.state.meetings, session.meetingId);
      if (!meeting) return [];
      return insights
        .listSessionVisits(meeting, session)
        .filter(({ stay }) => !isMachine(stay.role))
        .map(({ stay }) => ({ meeting, session, stay }));
    });

  const listMatchingSessions = (roomSessionId: string) => {
    const session = lookUp(world.state.sessions, roomSessionId);
    return session ? [session] : [];
  };

  api.get('/insights/participants', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = createCurrentInsights();
    const { roomSessionId, externalId } = readQuery(query, { roomSessionId: text, externalId: text });
    if (!roomSessionId && !externalId) throw badRequest('roomSessionId or externalId is required');
    const sessions = roomSessionId ? listMatchingSessions(roomSessionId) : Object.values(world.state.sessions);
    const rows = listPeople(sessions, insights)
      .filter(({ stay }) => !externalId || stay.externalId === externalId)
      .map(({ session, stay }, place) => ({
        place,
        row: {
          roomSessionId: session.roomSessionId,
          participantId: stay.participantId,
          deviceId: stay.deviceId,
          userId: stay.deviceId,
          roleName: getRoleName(stay),
          displayName: getName(stay),
          joinedAt: writeDate(stay.joinedAt),
          leftAt: writeDateOrNull(insights.getLeaveTime(stay)),
          externalId: stay.externalId ?? '',
          ...writeRating(stay, session),
        },
      }));
    return c.json(paginate({ list: 'participants', query, rows, limit: LIMIT, sortKeys: createSortKeys(['joinedAt', 'leftAt']) }));
  });

  api.get('/insights/participant', (c) => {
    const query = new URL(c.req.url).searchParams;
    const insights = createCurrentInsights();
    const { participantId, roomSessionId } = readQuery(query, { participantId: v.string(), roomSessionId: v.string() });
    const found = listPeople(listMatchingSessions(roomSessionId), insights).filter(
      ({ stay }) => stay.participantId === participantId,
    );
    if (!found.length) throw notFound();
    return c.json(
      found.map(({ meeting, stay }) => {
        const samples = insights.sampleStay(meeting, stay, SAMPLE_MS);
        return {
          displayName: getName(stay),
          userRole: getRoleName(stay),
          userAgent: stay.userAgent,
          timeStamp: writeDate(stay.joinedAt),
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

/** How a participant rated a session; nulls if they did not. */
function writeRating({ rating }: Stay, { roomSessionId }: Session) {
  const given = rating?.roomSessionId === roomSessionId ? rating : undefined;
  return { rating: given?.rating ?? null, tags: given?.tags ?? null, comment: given?.comment ?? null };
}

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

/** Sorts by fields of the row as it is written. Rows without the field come first. */
const createSortKeys = (names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      (row: Readonly<Record<string, unknown>>): string | number => {
        const value = row[name];
        return typeof value === 'number' || typeof value === 'string' ? value : '';
      },
    ]),
  );
