/**
 * What was written and not yet taken over by the server, kept in this browser. Changes are kept, not
 * texts: after a crash they are made again to the text as it is by then, so that an older text never
 * takes the place of a newer one.
 */
import type { Edit } from '@policy-elements/authoring';
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

export interface CrashCopy {
  policy: string;
  /** `Me.key`: on a shared computer, whose it is. */
  person: string;
  /** Milliseconds since 1970. */
  at: number;
  edits: readonly Edit[];
}

let opened: UseStore | undefined;
const store = (): UseStore => (opened ??= createStore('policy-studio', 'unsaved'));

/** This tab's own key, so that two tabs do not overwrite each other. */
const tab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
const keyOf = (policy: string): string => `${policy}/${tab}`;

/** @throws where this browser keeps nothing, or no more. */
export async function keepCopy(copy: CrashCopy): Promise<void> {
  await (copy.edits.length
    ? set(keyOf(copy.policy), copy, store())
    : del(keyOf(copy.policy), store()));
}

/** What earlier tabs left behind, the oldest first. */
export async function leftBehind(
  policy: string,
  person: string,
): Promise<{ key: string; copy: CrashCopy }[]> {
  try {
    const all = await entries<string, CrashCopy>(store());
    return all
      .filter(
        ([key, copy]) => copy?.policy === policy && copy.person === person && key !== keyOf(policy),
      )
      .map(([key, copy]) => ({ key, copy }))
      .sort((one, other) => one.copy.at - other.copy.at);
  } catch {
    return [];
  }
}

export async function forgetCopy(key: string): Promise<void> {
  try {
    await del(key, store());
  } catch {
    // It was not kept, or stays until the next time.
  }
}
