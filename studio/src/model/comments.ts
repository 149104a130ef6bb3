/** What people said about the texts of the draft that is open. */
import { digestAt, standingIn, type Draft, type TextPlace } from '@policy-elements/authoring';
import type { Api } from '../api/client.js';
import type { Thread } from '../api/comments.js';
import { targetsIn } from './policy.js';

type Asked = Pick<Api, 'comments' | 'comment' | 'answer' | 'resolve'>;

export class CommentList {
  all: readonly Thread[] = [];
  readonly #api: Asked;
  readonly #policy: string;
  readonly #tell: () => void;

  constructor(api: Asked, policy: string, tell: () => void) {
    this.#api = api;
    this.#policy = policy;
    this.#tell = tell;
  }

  get open(): readonly Thread[] {
    return this.all.filter(({ resolved }) => !resolved);
  }

  on({ id, field, lang }: TextPlace): readonly Thread[] {
    return this.all.filter(
      ({ on }) => on.id === id && on.field === field && (on.lang ?? lang) === lang,
    );
  }

  async refresh(): Promise<void> {
    this.#take(await this.#api.comments(this.#policy));
  }

  async add(draft: Draft, on: TextPlace, words: string): Promise<void> {
    this.#take(await this.#api.comment(this.#policy, { on, digest: digestAt(draft, on), words }));
  }

  async answer(thread: number, words: string): Promise<void> {
    this.#take(await this.#api.answer(this.#policy, thread, words));
  }

  async resolve(thread: number, resolved: boolean): Promise<void> {
    this.#take(await this.#api.resolve(this.#policy, thread, resolved));
  }

  #take(all: readonly Thread[]): void {
    this.all = all;
    this.#tell();
  }
}

/** In the order of the texts; what is about a text that was removed comes last. */
export function inOrder(threads: readonly Thread[], draft: Draft): readonly Thread[] {
  const places = ['', ...[...targetsIn(draft)].map(({ item }) => item.id)];
  const at = ({ on }: Thread): number => {
    const place = places.indexOf(on.id);
    return place < 0 ? places.length : place;
  };
  return [...threads].sort((one, other) => at(one) - at(other) || one.id - other.id);
}

export const standingOf = (draft: Draft, { on, digest }: Thread) =>
  standingIn(draft)({ ...on, digest });
