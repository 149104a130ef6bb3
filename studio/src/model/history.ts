/** Undo and redo of everything, as changes that take changes back. */
import { digestValue, type Edit } from '@policy-elements/authoring';
import { isSet, sameField } from './pending.js';

interface Step {
  undo: readonly Edit[];
  redo: readonly Edit[];
  at: number;
}

// Writing on within this time is one step.
const PAUSE = 1_200;
const MOST = 300;

export class History {
  #done: Step[] = [];
  #undone: Step[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  /** What would be undone next, to tell it from another. */
  get next(): object | undefined {
    return this.#done.at(-1);
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  add(redo: readonly Edit[], undo: readonly Edit[], at = Date.now()): void {
    this.#undone = [];
    const last = this.#done.at(-1);
    const [edit, before] = [redo[0], last?.redo[0]];
    const goesOn =
      redo.length === 1 && last?.redo.length === 1 && edit && before && sameField(before, edit);
    if (goesOn && last && at - last.at < PAUSE && isSet(edit)) {
      const [first] = last.undo;
      if (first && isSet(first)) {
        last.undo = [{ ...first, baseDigest: digestValue(edit.value) }];
        last.redo = [{ ...edit, baseDigest: digestValue(first.value) }];
        last.at = at;
        return;
      }
    }
    this.#done = [...this.#done.slice(1 - MOST), { undo, redo, at }];
  }

  /** The changes that take the last step back; the step can be redone. */
  undo(): readonly Edit[] | undefined {
    const step = this.#done.pop();
    if (step) this.#undone.push({ ...step, at: 0 });
    return step?.undo;
  }

  redo(): readonly Edit[] | undefined {
    const step = this.#undone.pop();
    if (step) this.#done.push({ ...step, at: 0 });
    return step?.redo;
  }
}
