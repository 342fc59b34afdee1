import { expect, test } from 'vitest';
import { addHints } from '../../../scripts/build/addHints.js';

const hints = new Map([
  ['chat', { example: 'chat={false}', see: '`docs/props.md#chat`' }],
  ['groups', { example: 'groups={[]}', see: '`docs/props.md#groups`' }],
]);

test('writes example and link into the docblocks of a registry, and leaves out its group', () => {
  const text =
    "export declare const params: {\n\t/**\n\t * Whether there is a chat.\n\t * @group controls\n\t */\n\tchat: Toggle;\n\t/** Names.\n\t * @example groups={['red']} */\n\treadonly groups: List;\n};\n";
  expect(addHints(text, 'params', hints)).toBe(
    "export declare const params: {\n\t/** Whether there is a chat.\n\t * @example chat={false}\n\t * @see `docs/props.md#chat` */\n\tchat: Toggle;\n\t/** Names.\n\t * @example groups={['red']}\n\t * @see `docs/props.md#groups` */\n\treadonly groups: List;\n};\n",
  );
});

test('reads a registry that a call completes', () => {
  const text = 'declare const events: Events<{\n\t/** Chat. */\n\treadonly chat: {};\n}>;\n';
  expect(addHints(text, 'events', hints)).toContain('@example chat={false}');
});

test('leaves declarations without the registry as they are', () => {
  const text = 'declare const other: {\n\t/** Chat. */\n\tchat: Toggle;\n};\n';
  expect(addHints(text, 'params', hints)).toBe(text);
});

test.each(['\tchat: Toggle;', '\t/** Unknown. */\n\tunknown: Toggle;'])(
  'refuses %j, which would have no hint',
  (key) => {
    expect(() => addHints(`declare const params: {\n${key}\n};\n`, 'params', hints)).toThrow('has no docblock');
  },
);
