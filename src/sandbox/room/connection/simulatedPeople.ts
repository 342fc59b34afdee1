import type { SimulatedPerson } from '../../core/index.js';

/** The people of rooms without a server, in the order in which they come. */
export const simulatedPeople: readonly SimulatedPerson[] = [
  { displayName: 'Noor Haddad', externalId: 'noor', metadata: '{"team":"design"}', role: 'visitor' },
  { displayName: 'Tomás Rivera', externalId: 'tomas', camera: false, role: 'visitor' },
  { displayName: 'Ingrid Solberg', microphone: false, cameraEffect: 'image-sunrise', role: 'visitor' },
  { displayName: 'Kofi Mensah', externalId: 'kofi', role: 'visitor' },
  { displayName: 'Yuki Tanaka', camera: false, microphone: false, role: 'visitor' },
  { displayName: 'Priya Nair', handRaised: true, role: 'visitor' },
];
