export interface Present {
  name: string;
  /** Where they are: the id of a section or an item. */
  at: string;
}

const patience = 25_000;

/** Who has a draft open, and where. In memory only: it is of no use a minute later. */
export class Presence {
  readonly #of = new Map<string, Map<string, Present & { seen: number }>>();

  /** Says that somebody is here; answers who else is. */
  say(policy: string, person: { id: string; name: string }, at: string): Present[] {
    const now = Date.now();
    const people = this.#of.get(policy) ?? new Map<string, Present & { seen: number }>();
    people.set(person.id, { name: person.name, at, seen: now });
    this.#of.set(policy, people);
    for (const [id, { seen }] of people) if (now - seen > patience) people.delete(id);
    return [...people]
      .filter(([id]) => id !== person.id)
      .map(([, { name, at: where }]) => ({ name, at: where }));
  }

  leave(policy: string, id: string): void {
    this.#of.get(policy)?.delete(id);
  }
}
