/** Who sits at this tab. Two tabs of one browser are two people, as they would be on two machines. */
export const person = {
  /** By which the demo's server tells guests apart. */
  get id(): string {
    const id = sessionStorage.getItem('id') ?? crypto.randomUUID();
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
