/** A map that holds at most so many entries: a new one drops the oldest. */
export class LimitedMap<K, V> extends Map<K, V> {
  readonly #limit: number;
  /**
   * Stands before the oldest entry, once one was dropped. Kept, because every new iterator of V8 walks over all entries
   * that were deleted before the first: 0.1 ms among 100,000.
   */
  #oldest: MapIterator<K> | undefined;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override set(key: K, value: V): this {
    super.set(key, value);
    if (this.size > this.#limit) {
      this.#oldest ??= this.keys();
      // There is one: the map has more entries than it may.
      super.delete(this.#oldest.next().value!);
    }
    return this;
  }

  override delete(key: K): boolean {
    const isDeleted = super.delete(key);
    // As long as an iterator stands still, V8 keeps what was deleted before it goes on.
    if (isDeleted) this.#oldest = undefined;
    return isDeleted;
  }

  /** Sets an entry and makes it the newest, also if its key is known. */
  setLast(key: K, value: V): this {
    this.delete(key);
    return this.set(key, value);
  }
}
