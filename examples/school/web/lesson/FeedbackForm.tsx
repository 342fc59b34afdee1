import { useState } from 'react';
import type { FormEvent } from 'react';
import type { FeedbackInput } from '../../shared/api.js';
import { request } from '../client/request.js';
import { useAction } from '../client/useAction.js';
import { Failure } from '../parts/Failure.js';
import { Notice } from '../parts/Notice.js';
import { useTexts } from '../texts/useTexts.js';

const ratings = [1, 2, 3, 4, 5] as const;

/** Asks how the lesson was. */
export function FeedbackForm({ lessonId }: { readonly lessonId: string }) {
  const { goodbye } = useTexts();
  const { isRunning, failure, run } = useAction();
  const [isSent, setSent] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input: FeedbackInput = { rating: Number(form.get('rating')), text: String(form.get('text') ?? '').trim() };
    setSent(await run(() => request(`/api/lessons/${lessonId}/feedback`, 'POST', input)));
  };

  if (isSent)
    return (
      <Notice tone="good" role="status">
        {goodbye.thanks}
      </Notice>
    );
  return (
    <form className="card form" onSubmit={(event) => void send(event)}>
      <fieldset className="ratings">
        <legend>{goodbye.question}</legend>
        {ratings.map((rating) => (
          <label key={rating}>
            <input type="radio" name="rating" value={rating} required />
            <span>{goodbye.ratings[rating - 1]}</span>
          </label>
        ))}
      </fieldset>
      <label>
        {goodbye.more}
        <textarea name="text" rows={3} maxLength={2000} />
      </label>
      <Failure failure={failure} />
      <button type="submit" className="button button-main" disabled={isRunning}>
        {goodbye.send}
      </button>
    </form>
  );
}
