/**
 * What was just begun, and is empty because nobody has written in it yet: nothing is said against
 * it until a field was left, or something was written.
 */
export class Begun {
  /** Counts on with each change. */
  version = 0;
  /** The fields that were left once, by the id of the thing. */
  readonly #left = new Map<string, Set<string>>();

  add(id: string): void {
    this.#left.set(id, new Set());
    this.version += 1;
  }

  leave(id: string, field: string): void {
    const fields = this.#left.get(id);
    if (!fields) return;
    fields.add(start(field));
    this.version += 1;
  }

  /** Somebody wrote in it, or is done with it. */
  end(id: string): void {
    if (this.#left.delete(id)) this.version += 1;
  }

  clear(): void {
    this.#left.clear();
    this.version += 1;
  }

  holds({ id, field }: { id: string; field: string }): boolean {
    const fields = this.#left.get(id);
    return fields !== undefined && !fields.has(start(field));
  }
}

/** `steps` of `steps.0`. */
const start = (field: string): string => field.split('.')[0]!;

/** What is left when the focus goes: a field of something, or all of it. */
export function leaves(begun: Begun, { target, relatedTarget }: FocusEvent): void {
  const field = (target as Element).closest<HTMLElement>('[data-field]');
  const thing = (target as Element).closest<HTMLElement>('[data-thing]');
  const id = thing?.dataset['thing'];
  const to = relatedTarget as Element | null;
  if (id === undefined || (to && field?.contains(to))) return;
  if (to && !thing!.contains(to)) begun.end(id);
  else if (field) begun.leave(id, field.dataset['field']!);
}
