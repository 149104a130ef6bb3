interface Waiting<Item> {
  item: Item;
  resolve: (added: boolean) => void;
  reject: (reason: unknown) => void;
}

/**
 * Gathers what comes while others are on their way, and sends it together: one statement and one
 * write to disk for many. What comes alone goes at once.
 */
export class Batch<Item extends { id: string }> {
  readonly #send: (items: readonly Item[]) => Promise<ReadonlySet<string>>;
  readonly #concernsAll: (error: unknown) => boolean;
  readonly #mostInFlight: number;
  readonly #most: number;
  #waiting: Waiting<Item>[] = [];
  #inFlight = 0;

  /**
   * @param send resolves to the ids that were added; rejects where none was
   * @param concernsAll whether what it rejects with would be the same for each alone
   * @param mostInFlight how many are sent at the same time
   * @param most items sent together
   */
  constructor(
    send: (items: readonly Item[]) => Promise<ReadonlySet<string>>,
    concernsAll: (error: unknown) => boolean,
    mostInFlight = 2,
    most = 64,
  ) {
    this.#send = send;
    this.#concernsAll = concernsAll;
    this.#mostInFlight = mostInFlight;
    this.#most = most;
  }

  /** Resolves to whether it was added, once that is certain. */
  add(item: Item): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#inFlight >= this.#mostInFlight || this.#waiting.length === 0) return;
    this.#inFlight += 1;
    void this.#deliver(this.#take()).finally(() => {
      this.#inFlight -= 1;
      this.#next();
    });
  }

  /** Of two with the same id the second waits: it must learn what became of the first. */
  #take(): Waiting<Item>[] {
    const taken = new Map<string, Waiting<Item>>();
    const left: Waiting<Item>[] = [];
    for (const each of this.#waiting) {
      const id = each.item.id.toLowerCase();
      if (taken.size < this.#most && !taken.has(id)) taken.set(id, each);
      else left.push(each);
    }
    this.#waiting = left;
    // In the same order everywhere, so that two servers never wait for each other.
    return [...taken].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
  }

  async #deliver(taken: Waiting<Item>[]): Promise<void> {
    try {
      const added = await this.#send(taken.map(({ item }) => item));
      for (const { item, resolve } of taken) resolve(added.has(item.id.toLowerCase()));
    } catch (error) {
      if (taken.length === 1 || this.#concernsAll(error)) {
        for (const { reject } of taken) reject(error);
        return;
      }
      // One of them may be at fault: each is tried by itself, and no other suffers.
      for (const each of taken) await this.#deliver([each]);
    }
  }
}
