/** Who sits at this tab. Two tabs of one browser are two people, as they would be on two machines. */
export const person = {
  /** By which the demo's server tells guests apart. */
  get id(): string {
    // Not `crypto.randomUUID`: pages have that at localhost and over https only, and a guest may be on another machine.
    const id = sessionStorage.getItem('id') ?? Math.random().toString(36).slice(2);
    sessionStorage.setItem('id', id);
    return id;
  },
  get name(): string {
    return sessionStorage.getItem('name') ?? '';
  },
  set name(name: string) {
    sessionStorage.setItem('name', name);
  },
};
