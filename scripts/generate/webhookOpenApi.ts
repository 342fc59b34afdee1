import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { webhookEvents } from '../../src/server/webhooks/events.js';
import type { WebhookDefinition } from '../../src/server/webhooks/events.js';
import type { GeneratedFile } from './file.js';
import { readWebhookDocs } from './readWebhookDocs.js';

const path = 'docs/webhooks.openapi.json';

const words = (type: string) =>
  type
    .split(/[.]|(?=[A-Z])/)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

const answers: Readonly<Record<string, string>> = {
  200: 'Handled, now or before. Also for types the receiver does not know.',
  202: 'Taken, and handled later. Not sent again.',
  400: 'Rightly signed, but no event. Not sent again.',
  401: 'Not signed, signed wrongly, too long ago or in the future. Not sent again.',
  405: 'Not a POST.',
  408: 'The body did not come in time.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  500: 'The receiver failed. Sent again, up to twice.',
  503: 'The receiver cannot handle it in time. Sent again, up to twice.',
};

/** The receiver of webhooks as an OpenAPI 3.1 document, for programs in other languages. */
export async function generate(): Promise<GeneratedFile[]> {
  const { types, fields } = readWebhookDocs();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const definitions: [string, WebhookDefinition<unknown>][] = Object.entries(webhookEvents);

  const schemaOf = ([type, { groups }]: (typeof definitions)[number]) => {
    const described = fields.get(type)!;
    const entries = (set: 'required' | 'optional') => groups.flatMap((group) => Object.entries(group[set]));
    // Senders leave optional fields out or write null.
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
      summary: 'What a receiver of Whereby webhooks is sent, and what its answers mean.',
      description:
        'Made from the registry of react-whereby-embed, an independent project. An event can arrive more than once, late, in any order, ' +
        'or not at all: drop what was seen by `id`, order by `createdAt`. Unknown types and fields are no errors. ' +
        'An answer is due within 5 seconds.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    webhooks: Object.fromEntries(
      definitions.map(([type]) => [
        type,
        {
          post: {
            operationId: `on${words(type)}`,
            summary: types.get(type),
            tags: [type.split('.')[0]],
            security: [{ wherebySignature: [] }],
            parameters: [{ $ref: '#/components/parameters/WherebySignature' }],
            requestBody: {
              required: true,
              content: { 'application/json': { schema: { $ref: `#/components/schemas/${words(type)}` } } },
            },
            responses: Object.fromEntries(
              Object.keys(answers).map((status) => [status, { $ref: `#/components/responses/Answer${status}` }]),
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
          description: 'See the parameter WherebySignature for how it is made.',
        },
      },
      parameters: {
        WherebySignature: {
          name: 'Whereby-Signature',
          in: 'header',
          required: true,
          description:
            '`t` is unix seconds at sending, each `v1` the lower-case hex of HMAC-SHA256 under the UTF-8 bytes of the endpoint’s secret over ' +
            '`t`, a full stop, and the bytes of the body as they came (a byte order mark included; never parsed and written again). ' +
            'Parts come in any order; any `v1` may match; other schemes are skipped. Refuse times more than 300 seconds from now, before or after, ' +
            'and compare in constant time.',
          schema: { type: 'string', pattern: 't=[0-9]{1,15}' },
          example: 't=1738574101,v1=<64 hex digits>',
        },
      },
      responses: Object.fromEntries(
        Object.entries(answers).map(([status, description]) => [
          `Answer${status}`,
          {
            description,
            content: {
              'application/json': {
                schema: { $ref: `#/components/schemas/${Number(status) < 300 ? 'Result' : 'Refusal'}` },
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
          description: 'Identifies the event: the same event sent twice has the same.',
        },
        CreatedAt: { type: 'string', format: 'date-time', description: 'When it happened, UTC.' },
        ...Object.fromEntries(definitions.map((definition) => [words(definition[0]), schemaOf(definition)])),
        Result: {
          type: 'object',
          required: ['result'],
          properties: { result: { enum: ['handled', 'duplicate', 'accepted'] } },
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
  return [{ path, text: await format(JSON.stringify(document), { ...(await resolveConfig(path)), filepath: path }) }];
}
