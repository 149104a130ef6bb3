/** A first policy to write on: the nine blocks, with a word in each about what belongs there. */
import type { Draft, Json } from '@policy-elements/authoring';

export interface StarterInput {
  id: string;
  title: string;
  organisation: string;
  languages: readonly string[];
}

/** An object with ids of its own, from whatever was opened as a file. */
export function asNewDraft(source: Draft, id: string): Draft {
  return { ...source, id, format: 1, status: (source['status'] as Json | undefined) ?? 'draft' };
}
