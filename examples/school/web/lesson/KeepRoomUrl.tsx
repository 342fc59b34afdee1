import { useRoomUrl } from 'react-whereby-embed';

/**
 * Keeps the URL of the room that this person has entered while its page is not shown, so that it is not requested again
 * on the way back: the hook forgets a URL that no component asks for.
 */
export function KeepRoomUrl({ lessonId }: { readonly lessonId: string | undefined }) {
  useRoomUrl({ meetingId: lessonId });
  return null;
}
