import { createServerError } from '../../../errors/createServerError.js';
import { findNumberProblem } from '../../findNumberProblem.js';
import { webhookEvents } from '../events.js';
import { isWebhookEventType } from '../findEventProblem.js';
import type { WebhookHandlerOptions } from './WebhookHandlerOptions.js';

/** Throws `WEBHOOK_OPTIONS_INVALID` for an option that cannot be used. `secret` and `tolerance` have checks of their own. */
export function checkOptions(options: WebhookHandlerOptions): void {
  const problem = findOptionsProblem(options);
  if (problem !== undefined) throw createServerError('WEBHOOK_OPTIONS_INVALID', { problem });
}

function findOptionsProblem({ name, on = {}, answerWithin, maxBodyBytes }: WebhookHandlerOptions): string | undefined {
  const unknownType = Object.keys(on).find((type) => !isWebhookEventType(type));
  if (unknownType !== undefined)
    return `\`on\` names "${unknownType}", which is not a type of event; the types are ${Object.keys(webhookEvents).join(', ')}, and \`onUnknown\` receives all others`;
  if (name !== undefined && !/^[\w.-]{1,40}$/.test(name))
    return '`name` must be 1 to 40 letters, digits, `-`, `_` and `.`';
  return (
    (answerWithin !== undefined && findNumberProblem('answerWithin', answerWithin, { unit: 'milliseconds' })) ||
    (maxBodyBytes !== undefined && findNumberProblem('maxBodyBytes', maxBodyBytes, { unit: 'bytes', least: 1 })) ||
    undefined
  );
}
