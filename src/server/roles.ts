/** THE LIST of people's roles, as webhooks name them in `roleName`. */
export const personRoles = [
  'owner',
  'member',
  'host',
  'visitor',
  'granted_visitor',
  'viewer',
  'granted_viewer',
] as const;

/** THE LIST of machines' roles. A machine enters a room as a person does: its stays are recordings, streams and so on. */
export const machineRoles = ['recorder', 'streamer', 'captioner', 'assistant'] as const;

export type PersonRole = (typeof personRoles)[number];
export type MachineRole = (typeof machineRoles)[number];
/** Every role someone or something can have in a room. */
export type RoomRole = PersonRole | MachineRole;

/** Those who lock, let people in, remove, mute, record and end the meeting. */
export const hostRoles: readonly RoomRole[] = ['owner', 'member', 'host'] satisfies PersonRole[];

/** Those who watch, without camera, microphone or screen. */
export const viewerRoles: readonly RoomRole[] = ['viewer', 'granted_viewer'] satisfies PersonRole[];

/** Whether a role is a machine's. A role that is not in the list counts as a person's. */
export const isMachineRole = (role: string): role is MachineRole => (machineRoles as readonly string[]).includes(role);

const roleBySpelling = new Map([...personRoles, ...machineRoles].map((role) => [role.replace('_', ''), role]));

/** A role's name, also from an enum or from a driver that converts the keys of JSON to camelCase. */
export const readRole = (name: string): string =>
  roleBySpelling.get(name) ?? roleBySpelling.get(name.replace('_', '').toLowerCase()) ?? name;
