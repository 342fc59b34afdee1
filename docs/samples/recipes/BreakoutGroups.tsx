// BreakoutGroups.tsx
import { MeetingOutlet, MeetingProvider, useMeetingControl } from 'react-whereby-embed';

function GroupsButton() {
  const breakout = useMeetingControl('breakout', { label: 'Open or close the groups' });
  return <button {...breakout.props}>Groups</button>;
}

/** For the host of a room in group mode (`roomMode: 'group'` when it is created), with a host's room URL. */
export const BreakoutGroups = ({ hostRoomUrl, groups }: { hostRoomUrl: string; groups: readonly string[] }) => (
  <MeetingProvider>
    <MeetingOutlet room={hostRoomUrl} breakout groups={groups} />
    <GroupsButton />
  </MeetingProvider>
);
