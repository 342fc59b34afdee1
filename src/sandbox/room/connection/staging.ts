import type { World } from '../../core/index.js';
import type { ConnectionStatus } from '../../../protocol/statuses.js';
import { connectionStatuses } from '../../../protocol/statuses.js';
import { isLanguage } from '../labels/locales.js';
import type { RoomLanguage } from '../labels/locales.js';
import { simulatedPeople } from './simulatedPeople.js';

/** What goes on in a room, as the hash of its page says: `#meeting&people=12&recording`. */
export interface Staging {
  /** How many simulated people are in it. */
  readonly people: number;
  readonly names: 'usual' | 'long' | 'rtl';
  /** What of this happens: `knocking`, `recording`, `streaming`, `sharing`, `hand`, `locked`, `muted`. */
  readonly happens: ReadonlySet<string>;
}

/** How the page itself is shown. */
export interface PageStaging {
  readonly isStraightIn: boolean;
  readonly isMuted: boolean;
  /** How the stay ends at once. */
  readonly outcome: 'removed' | 'ended' | undefined;
  readonly connection: ConnectionStatus;
  readonly theme: string | undefined;
  readonly direction: string | undefined;
  /** Also one that the service does not have. */
  readonly language: RoomLanguage | undefined;
  /** Undefined if the room is to be left as it is. */
  readonly room: Staging | undefined;
}

const MOST_PEOPLE = 50;

const namesOf: Readonly<Record<Staging['names'], readonly string[]>> = {
  usual: [],
  long: [
    'Wilhelmina Featherstonehaugh-Cholmondeley',
    'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff',
    'María del Carmen Fernández de la Vega Sanz',
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'Sri Ranganathan Venkataraghavan Subramaniam',
    'Keihanaikukauakahihuliheekahaunaele',
  ],
  rtl: ['نور الحداد', 'יעל כהן', 'مريم الزهراء بنت عبد الله', 'داود إبراهيم', 'שירה לוי-אברהמי', 'فاطمة'],
};

/** Reads the hash of the room's page. Whatever it does not know is left out. */
export function readStaging(hash: string): PageStaging {
  const words = hash.replace(/^#/, '').split('&');
  const given = new URLSearchParams(words.join('&'));
  const people = given.get('people');
  const names = given.get('names');
  const connection = given.get('connection');
  const language = given.get('lang') ?? '';
  return {
    isStraightIn: words.includes('meeting'),
    isMuted: given.has('muted'),
    outcome: given.has('removed') ? 'removed' : given.has('ended') ? 'ended' : undefined,
    connection: connectionStatuses.find((one) => one === connection) ?? 'stable',
    theme: /^(light|dark)$/.exec(given.get('theme') ?? '')?.[0],
    direction: given.get('dir') === 'rtl' ? 'rtl' : undefined,
    language: isLanguage(language) ? language : undefined,
    room:
      people === null || !/^\d{1,2}$/.test(people)
        ? undefined
        : {
            people: Math.min(Number(people), MOST_PEOPLE),
            names: names === 'long' || names === 'rtl' ? names : 'usual',
            happens: new Set(given.keys()),
          },
  };
}

/** Makes what goes on in a room so: afterwards nothing else does. */
export function stageRoom(world: World, roomName: string, { people, names, happens }: Staging): void {
  const meeting = world.findMeeting(roomName);
  if (!meeting) return;
  const { meetingId } = meeting;
  for (const id of [...meeting.present]) if (world.state.stays[id]?.simulated) world.leave(id);
  for (const { knockId, person } of [...meeting.knocks]) if (person.simulated) world.cancelKnock(meetingId, knockId);

  const others = namesOf[names];
  const nameOf = (index: number, usual: string) => {
    const name = others[index % others.length];
    return name === undefined
      ? usual
      : index < others.length
        ? name
        : `${name} ${Math.floor(index / others.length) + 1}`;
  };
  for (let index = 0; index < people; index += 1) {
    const person = simulatedPeople[index % simulatedPeople.length] ?? {};
    const turn = Math.floor(index / simulatedPeople.length);
    const usual = `${person.displayName ?? 'Guest'}${turn ? ` ${turn + 1}` : ''}`;
    world.join(meetingId, {
      ...person,
      ...(turn && { externalId: null }),
      displayName: nameOf(index, usual),
      handRaised: index === 0 && happens.has('hand'),
      screenshare: index === 0 && happens.has('sharing'),
    });
  }
  if (happens.has('knocking')) world.knock(meetingId, { displayName: nameOf(people, 'Amara Okafor') });
  world.setRecording(meetingId, happens.has('recording'));
  world.setStreaming(meetingId, happens.has('streaming'));
  lockRoom(world, meetingId, happens.has('locked'));
}

/** Only hosts may do it: one comes in, does it, and leaves. */
function lockRoom(world: World, meetingId: string, locked: boolean): void {
  const host = world.join(meetingId, { displayName: 'Host', role: 'host' });
  if (!host) return;
  world.act(host.participantId, { type: 'lock', locked });
  world.leave(host.participantId);
}
