/**
 * Meetings of a sales pipeline: when a deal enters the stage "demo", a room is created and both links are stored with
 * the deal; when it is won or lost, the room is deleted; a nightly job deletes rooms that were left behind.
 *
 * Call `onDealChanged` from the webhook of your CRM and `sweep` from a timer. Both can run twice without harm.
 */
import { deleteStaleMeetings } from 'react-whereby-embed/server';
import type { Whereby } from 'react-whereby-embed/server';

export interface Deal {
  readonly id: string;
  readonly stage: 'lead' | 'demo' | 'won' | 'lost';
  /** What was noted when the room was made. */
  readonly meetingId?: string | undefined;
}

/** The two things this needs of a CRM. */
export interface Crm {
  noteMeeting(dealId: string, links: { meetingId: string; hostLink: string; guestLink: string }): Promise<void>;
  forgetMeeting(dealId: string): Promise<void>;
}

const prefix = 'deal-';
const days = (count: number): number => count * 86_400_000;

export function createPipelineAutomation(whereby: Whereby, crm: Crm) {
  /** Simultaneous changes of one deal create one room. */
  const running = new Map<string, Promise<void>>();

  async function open({ id, meetingId }: Deal): Promise<void> {
    if (meetingId) return;
    const roomNamePrefix = `${prefix}${id.toLowerCase().replace(/[^a-z0-9]/g, '')}-`.slice(0, 39);
    // A room that was created but not stored (the CRM was down, this process was stopped) is used again.
    const startsWith = `/${roomNamePrefix}`;
    let meeting;
    for await (const each of whereby.meetings.list({ roomName: { startsWith }, fields: ['hostRoomUrl'] }))
      if (each.roomName.startsWith(startsWith) && Date.parse(each.endDate) > Date.now()) meeting = each;
    meeting ??= await whereby.meetings.create({
      endDate: new Date(Date.now() + days(30)),
      roomNamePrefix,
      isLocked: true,
      fields: ['hostRoomUrl'],
    });
    // The host link is for the owner of the deal only: whoever has it is host.
    await crm.noteMeeting(id, {
      meetingId: meeting.meetingId,
      hostLink: meeting.hostRoomUrl,
      guestLink: meeting.roomUrl,
    });
  }

  async function close({ id, meetingId }: Deal): Promise<void> {
    if (!meetingId) return;
    await whereby.meetings.delete(meetingId);
    await crm.forgetMeeting(id);
  }

  return {
    async onDealChanged(deal: Deal): Promise<void> {
      if (deal.stage === 'lead') return;
      const work = (running.get(deal.id) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => (deal.stage === 'demo' ? open(deal) : close(deal)));
      running.set(deal.id, work);
      try {
        await work;
      } finally {
        if (running.get(deal.id) === work) running.delete(deal.id);
      }
    },

    /** Deletes rooms that were over yesterday, whatever the state of their deal. */
    sweep: (dryRun = false) => deleteStaleMeetings({ whereby, prefix, before: new Date(Date.now() - days(1)), dryRun }),
  };
}
