/** Roles of people: what an event's `roleName` says about someone who attends. */
export const personRoles = [
  'owner',
  'member',
  'host',
  'visitor',
  'granted_visitor',
  'viewer',
  'granted_viewer',
] as const;

/** Roles of machines that enter a room like a person does. They attend nothing: their stays are recordings, streams and so on. */
export const machineRoles = ['recorder', 'streamer', 'captioner', 'assistant'] as const;

export type PersonRole = (typeof personRoles)[number];
export type MachineRole = (typeof machineRoles)[number];

/** Whether a role is that of a machine. A role not known yet is taken for a person's. */
export const isMachineRole = (role: string): role is MachineRole => (machineRoles as readonly string[]).includes(role);
