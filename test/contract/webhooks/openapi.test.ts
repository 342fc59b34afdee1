import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { webhookEvents } from 'react-whereby-embed/server';
import { generate } from '../../../scripts/generate/webhookOpenApi.js';
import { readWebhookDocs } from '../../../scripts/generate/readWebhookDocs.js';

const path = 'docs/webhooks.openapi.json';
const text = readFileSync(path, 'utf8');
const document = JSON.parse(text) as {
  readonly webhooks: Readonly<Record<string, unknown>>;
  readonly components: {
    readonly schemas: Readonly<
      Record<
        string,
        {
          readonly title?: string;
          readonly properties: {
            readonly data: {
              readonly required?: string[];
              readonly properties: Record<string, { description?: string }>;
            };
          };
        }
      >
    >;
  };
};

test('the OpenAPI document passes a linter', async () => {
  // A receiver of webhooks has no server URL to name.
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-empty-servers': 'off' } });
  expect(await lintFromString({ source: text, absoluteRef: path, config })).toEqual([]);
});

test('the linter finds a mistake in the OpenAPI document', async () => {
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-empty-servers': 'off' } });
  const source = text.replace('"#/components/schemas/EventId"', '"#/components/schemas/Nobody"');
  expect(await lintFromString({ source, absoluteRef: path, config })).not.toEqual([]);
});

test('the OpenAPI document is what the registry generates', async () => {
  expect(await generate()).toEqual([{ path, text }]);
});

test.each(Object.entries(webhookEvents))(
  'the OpenAPI document describes %s and each of its fields',
  (type, { groups }) => {
    expect(Object.keys(document.webhooks)).toContain(type);
    expect(readWebhookDocs().types.get(type)).toMatch(/\.$/);
    const { data } = Object.values(document.components.schemas).find(({ title }) => title === type)!.properties;
    const required = groups.flatMap((group) => Object.keys(group.required));
    expect(data.required ?? []).toEqual(required);
    expect(Object.keys(data.properties)).toEqual([
      ...required,
      ...groups.flatMap((group) => Object.keys(group.optional)),
    ]);
    for (const [name, { description }] of Object.entries(data.properties)) expect(description, name).toMatch(/\.$/);
  },
);
