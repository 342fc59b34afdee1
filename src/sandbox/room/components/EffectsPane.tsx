import { params } from '../../../params/registry.js';
import { DrawnPerson } from './DrawnPerson.js';
import { getEffectLabel } from './getEffectLabel.js';
import { useRoom } from './RoomContext.js';

/** The effects of the camera: none, those that the parameter `cameraEffect` names, and a picture of the participant's own. */
export function EffectsPane() {
  const { state, session, view, t } = useRoom();
  const { cameraEffect } = view.self;
  const ownPicture = cameraEffect?.includes(':') ? [cameraEffect] : [];
  return (
    <div className="effects">
      {[null, ...(params.cameraEffect.values ?? []), ...ownPicture].map((effect) => (
        <button
          key={effect ?? ''}
          type="button"
          aria-pressed={state.self.cameraEffect === effect}
          onClick={() => session.actions.setEffect(effect)}
        >
          <DrawnPerson name={state.self.displayName} effect={effect} />
          {t(getEffectLabel(effect))}
        </button>
      ))}
    </div>
  );
}
