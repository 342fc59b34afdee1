import type { ComponentType } from 'react';
import type { SidePanelName } from '../session/SessionState.js';
import { ChatPanel } from './ChatPanel.js';
import { GroupsPanel } from './GroupsPanel.js';
import { Integrations } from './Integrations.js';
import { PanelFrame } from './PanelFrame.js';
import { PeoplePanel } from './PeoplePanel.js';
import { QualityPanel } from './QualityPanel.js';
import { useRoom } from './RoomContext.js';

type Shown = Exclude<SidePanelName, 'inspector'>;

const bodies: Readonly<Record<Shown, ComponentType>> = {
  chat: ChatPanel,
  people: PeoplePanel,
  groups: GroupsPanel,
  quality: QualityPanel,
  integrations: Integrations,
};

/** Beside the people; on a narrow page above them. */
export function SidePanel({ panel }: { readonly panel: Shown }) {
  const { t } = useRoom();
  const Body = bodies[panel];
  return (
    <PanelFrame key={panel} name={panel} title={t(panel)}>
      <Body />
    </PanelFrame>
  );
}
