import { MenuItem } from './MenuItem.js';
import { useRoom } from './RoomContext.js';

const emojis = ['👏', '👍', '🙌', '👋', '🎉', '😂', '😮', '💛'];
/** Only hands take a skin tone. */
const withSkinTone = new Set(['👏', '👍', '🙌', '👋']);

/** What one can react with. */
export function ReactionSheet() {
  const { state, session, view, t } = useRoom();
  const { handRaised } = state.self;
  return (
    <>
      <div className="emojis">
        {emojis
          .map((emoji) => (withSkinTone.has(emoji) ? emoji + view.tone : emoji))
          .map((emoji) => (
            <button key={emoji} type="button" onClick={() => session.actions.ask({ type: 'react', emoji })}>
              {emoji}
            </button>
          ))}
      </div>
      <MenuItem
        tool="hand"
        icon="hand"
        label={t(handRaised ? 'lowerHand' : 'raiseHand')}
        onClick={() => session.actions.setHand(!handRaised)}
      />
    </>
  );
}
