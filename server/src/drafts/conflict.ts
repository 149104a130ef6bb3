import type { EditConflict } from '@policy-elements/authoring';
import { Problem } from '../problem.js';
import type { StoredDraft } from './drafts.js';

/** Nothing was saved: somebody else changed the same. Both texts are told, for a person to choose. */
export class ConflictProblem extends Problem {
  readonly #stored: StoredDraft;
  readonly #conflicts: readonly EditConflict[];

  constructor(stored: StoredDraft, conflicts: readonly EditConflict[]) {
    super(409, 'edit-conflict', 'Somebody else changed the same text. Choose which one stays.');
    this.#stored = stored;
    this.#conflicts = conflicts;
  }

  override toJSON(): Record<string, unknown> {
    const { draft, revision, digest, updatedBy } = this.#stored;
    return {
      ...super.toJSON(),
      ...{ revision, digest, policy: draft, updatedBy },
      conflicts: this.#conflicts.map(({ index, reason, theirs, edit }) => ({
        ...{ index, reason, theirs },
        yours: 'value' in edit ? edit.value : null,
      })),
    };
  }
}
