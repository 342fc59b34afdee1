import { useRoom } from './RoomContext.js';
import { MediaButtons } from './MediaButtons.js';
import { MoreMenu } from './MoreMenu.js';
import { Popover } from './Popover.js';
import { ToolButton } from './ToolButton.js';

const emojis = ['👏', '👍', '🙌', '👋', '🎉', '😂', '😮', '💛'];
/** Only hands take a skin tone. */
const withSkinTone = new Set(['👏', '👍', '🙌', '👋']);

export function BottomBar() {
  const { state, session, view, t } = useRoom();
  const { actions } = session;
  const applySkinTone = (emoji: string) => (withSkinTone.has(emoji) ? emoji + view.tone : emoji);
  const panelButton = (panel: 'chat' | 'people' | 'groups') => (
    <ToolButton
      tool={panel}
      icon={panel}
      label={t(panel)}
      expanded={state.panel === panel}
      onClick={() => actions.setPanel(state.panel === panel ? null : panel)}
    />
  );
  const areGroupsOpen = state.room?.breakout.open === true;
  return (
    <footer className="bar bottom-bar">
      <MediaButtons />
      {view.screenshare && (
        <ToolButton
          tool="screenshare"
          icon="share"
          label={t('share')}
          pressed={state.self.screenshare}
          onClick={() => actions.setScreenshare(!state.self.screenshare)}
        />
      )}
      {view.reactions && (
        <Popover tool="reactions" icon="reactions" label={t('reactions')}>
          <div className="emojis">
            {emojis.map(applySkinTone).map((emoji) => (
              <button key={emoji} type="button" onClick={() => actions.ask({ type: 'react', emoji })}>
                {emoji}
              </button>
            ))}
          </div>
          <button
            type="button"
            className="menu-item"
            aria-pressed={state.self.handRaised}
            onClick={() => actions.setHand(!state.self.handRaised)}
          >
            {t('raiseHand')}
          </button>
        </Popover>
      )}
      {view.chat && panelButton('chat')}
      {view.people && panelButton('people')}
      {(view.breakout || areGroupsOpen) && panelButton('groups')}
      {view.pip && (
        <ToolButton
          tool="pip"
          icon="pip"
          label={t('pip')}
          pressed={state.pip}
          onClick={() => actions.setPip(!state.pip)}
        />
      )}
      {view.more && <MoreMenu />}
      {view.leave && <ToolButton tool="leave" icon="leave" label={t('leave')} danger onClick={actions.leave} />}
    </footer>
  );
}
