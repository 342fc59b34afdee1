import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

/** Your own session, and your own tables. */
declare function findUser(request: Request): Promise<{ id: string } | undefined>;
declare function isInvited(userId: string, lesson: string): Promise<boolean>;
declare function storeLesson(meetingId: string, lesson: string): Promise<void>;
declare function findLesson(meetingId: string): Promise<string | undefined>;

export const rooms = createRoomsHandler({
  whereby: createWhereby(),
  async authorize(request, action) {
    const user = await findUser(request);
    if (!user) return null;
    // The key is checked before it can be taken, and the meeting before it can be entered.
    const lesson = action.type === 'create' ? action.key : await findLesson(action.meetingId);
    if (lesson === undefined || !(await isInvited(user.id, lesson))) return { refuse: 404 };
    return { role: 'visitor', may: ['create', 'enter'], externalId: user.id };
  },
  onCreated: ({ meetingId }, { key }) => storeLesson(meetingId, key!),
});
