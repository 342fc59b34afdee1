import { clsx } from 'clsx';
import type { BoardPerson, HandInput } from '../../shared/api.js';
import { request } from '../client/request.js';
import { useAction } from '../client/useAction.js';
import { usePerson } from '../client/usePerson.js';
import { Failure } from '../parts/Failure.js';
import { Icon } from '../parts/Icon.js';
import { useTexts } from '../texts/useTexts.js';

interface HandButtonProps {
  readonly lessonId: string;
  readonly people: readonly BoardPerson[];
}

/** Raises the hand, or lowers it. No command of the room does, so the school's server keeps it. */
export function HandButton({ lessonId, people }: HandButtonProps) {
  const t = useTexts();
  const me = usePerson();
  const { isRunning, failure, run } = useAction();
  const isRaised = people.some(({ id, handRaised }) => id === me.id && handRaised);
  const toggle = () => {
    const input: HandInput = { raised: !isRaised };
    void run(() => request(`/api/lessons/${lessonId}/hand`, 'POST', input));
  };
  return (
    <span className="tool-place">
      <button
        type="button"
        className={clsx('tool', isRaised && 'tool-on')}
        aria-pressed={isRaised}
        aria-busy={isRunning}
        onClick={toggle}
      >
        <Icon name="hand" />
        <span>{t.call.hand}</span>
      </button>
      <Failure failure={failure} />
    </span>
  );
}
