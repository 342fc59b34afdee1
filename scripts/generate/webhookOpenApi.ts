import { readFileSync } from 'node:fs';
import { webhookEvents } from '../../src/server/webhooks/events.js';
import type { WebhookDefinition } from '../../src/server/webhooks/events.js';
import { webhookResults } from '../../src/server/webhooks/handler/buildResponse.js';
import { readDocblocks } from './readDocblocks.js';
import type { GeneratedFile } from './file.js';
import { readWebhookDocs } from './readWebhookDocs.js';

const path = 'docs/webhooks.openapi.json';

const toPascalCase = (type: string) =>
  type
    .split(/[.]|(?=[A-Z])/)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

/** The statuses of a receiver, each with what it means and what Whereby does next. */
const readStatuses = () =>
  readDocblocks('src/server/webhooks/handler/statuses.ts', 'webhookStatuses').map(({ name, summary }) => ({
    status: Number(name),
    description: `${summary} ${Number(name) >= 500 ? 'Sent again, up to twice.' : 'Not sent again.'}`,
  }));

/** A receiver of webhooks as an OpenAPI 3.1 document, for programs in other languages. */
export async function generate(): Promise<GeneratedFile[]> {
  const { types, fields } = readWebhookDocs();
  const statuses = readStatuses();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const definitions: [string, WebhookDefinition<unknown>][] = Object.entries(webhookEvents);

  const schemaOf = ([type, { groups }]: (typeof definitions)[number]) => {
    const described = fields.get(type)!;
    const entries = (set: 'required' | 'optional') => groups.flatMap((group) => Object.entries(group[set]));
    // Some senders omit an optional field, others write null.
    const orNull = (schema: Readonly<Record<string, unknown>>) => ({ ...schema, type: [schema.type, 'null'].flat() });
    const required = entries('required');
    return {
      title: type,
      description: types.get(type),
      type: 'object',
      required: ['id', 'createdAt', 'type', 'data'],
      properties: {
        id: { $ref: '#/components/schemas/EventId' },
        apiVersion: { type: 'string', description: 'Version of the format.', examples: ['1.0'] },
        createdAt: { $ref: '#/components/schemas/CreatedAt' },
        type: { const: type },
        data: {
          type: 'object',
          ...(required.length && { required: required.map(([name]) => name) }),
          properties: Object.fromEntries([
            ...required.map(([name, { schema }]) => [name, { ...schema, description: described.get(name) }]),
            ...entries('optional').map(([name, { schema }]) => [
              name,
              { ...orNull(schema), description: described.get(name) },
            ]),
          ]),
        },
      },
    };
  };

  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Whereby webhooks, as received',
      version,
      summary: 'What a receiver of Whereby webhooks is sent, and what its responses mean.',
      description:
        'Generated from the registry of react-whereby-embed, an independent project. An event can arrive more than once, late, in any order, ' +
        'or not at all: drop duplicates by `id`, order by `createdAt`. Unknown types and fields are not errors. ' +
        'A response is due within 5 seconds.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    webhooks: Object.fromEntries(
      definitions.map(([type]) => [
        type,
        {
          post: {
            operationId: `on${toPascalCase(type)}`,
            summary: types.get(type),
            tags: [type.split('.')[0]],
            security: [{ wherebySignature: [] }],
            parameters: [{ $ref: '#/components/parameters/WherebySignature' }],
            requestBody: {
              required: true,
              content: { 'application/json': { schema: { $ref: `#/components/schemas/${toPascalCase(type)}` } } },
            },
            responses: Object.fromEntries(
              statuses.map(({ status }) => [status, { $ref: `#/components/responses/Response${status}` }]),
            ),
          },
        },
      ]),
    ),
    tags: [...new Set(definitions.map(([type]) => type.split('.')[0]))].map((name) => ({
      name,
      description: `Events whose type begins with \`${name}.\``,
    })),
    components: {
      securitySchemes: {
        wherebySignature: {
          type: 'apiKey',
          in: 'header',
          name: 'Whereby-Signature',
          description: 'The parameter WherebySignature describes how it is made.',
        },
      },
      parameters: {
        WherebySignature: {
          name: 'Whereby-Signature',
          in: 'header',
          required: true,
          description:
            '`t` is unix seconds at sending, each `v1` the lower-case hex of HMAC-SHA256 under the UTF-8 bytes of the endpoint’s secret over ' +
            '`t`, a full stop, and the bytes of the body as received (a byte order mark included; never parsed and serialized again). ' +
            'Parts come in any order; any `v1` may match; skip other schemes. Refuse times more than 300 seconds before or after now, ' +
            'and compare in constant time.',
          schema: { type: 'string', pattern: 't=[0-9]{1,15}' },
          example: 't=1738574101,v1=<64 hex digits>',
        },
      },
      responses: Object.fromEntries(
        statuses.map(({ status, description }) => [
          `Response${status}`,
          {
            description,
            content: {
              'application/json': {
                schema: { $ref: `#/components/schemas/${status < 300 ? 'Result' : 'Refusal'}` },
              },
            },
          },
        ]),
      ),
      schemas: {
        EventId: {
          type: 'string',
          minLength: 1,
          maxLength: 255,
          description: 'Identifies the event. An event that is sent again has the same id.',
        },
        CreatedAt: { type: 'string', format: 'date-time', description: 'When it happened, UTC.' },
        ...Object.fromEntries(definitions.map((definition) => [toPascalCase(definition[0]), schemaOf(definition)])),
        Result: {
          type: 'object',
          required: ['result'],
          properties: { result: { enum: webhookResults } },
        },
        Refusal: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
    },
  };
  // On one line: tools read it, and it is a third smaller.
  return [{ path, text: `${JSON.stringify(document)}\n` }];
}
