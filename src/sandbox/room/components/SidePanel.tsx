import type { ComponentType } from 'react';
import type { SidePanel as PanelName } from '../session/SessionState.js';
import { ChatPanel } from './ChatPanel.js';
import { GroupsPanel } from './GroupsPanel.js';
import { PanelFrame } from './PanelFrame.js';
import { PeoplePanel } from './PeoplePanel.js';
import { QualityPanel } from './QualityPanel.js';
import { useRoom } from './RoomContext.js';

type Shown = Exclude<PanelName, 'inspector'>;

function Integrations() {
  return (
    <ul className="integrations" lang="en">
      <li>YouTube</li>
      <li>Miro</li>
    </ul>
  );
}

const bodies: Readonly<Record<Shown, ComponentType>> = {
  chat: ChatPanel,
  people: PeoplePanel,
  groups: GroupsPanel,
  quality: QualityPanel,
  integrations: Integrations,
};

/** What stands beside the people; on a narrow page it lies over them. */
export function SidePanel({ panel }: { readonly panel: Shown }) {
  const { t } = useRoom();
  const Body = bodies[panel];
  return (
    <PanelFrame key={panel} name={panel} title={t(panel)}>
      <Body />
    </PanelFrame>
  );
}
