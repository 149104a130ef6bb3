import { attempt, unpack } from './handed-over.js';

/** Fetches a module; `again` is not empty when an earlier attempt failed. */
export type LateLoader<Module extends object> = (again: string) => Promise<Module>;

/** Code of an element that its first picture does without: fetched once, by whoever asks first. */
export class LateModule<Module extends object> {
  /** The module, once it is there. */
  value: Module | undefined;
  #tell!: () => void;
  /** Resolves once it is there, whoever has it come. */
  readonly there: Promise<void> = new Promise((resolve) => (this.#tell = resolve));
  readonly #load: LateLoader<Module>;
  readonly #name: string;
  #coming: Promise<boolean> | undefined;
  #failures = 0;

  /** @param name for the console, where it cannot be had */
  constructor(load: LateLoader<Module>, name = 'a part') {
    this.#load = load;
    this.#name = name;
  }

  /** The last attempt to fetch it failed. */
  get hasFailed(): boolean {
    return !this.value && !this.#coming && this.#failures > 0;
  }

  /** Resolves to whether it is there then. */
  bring(): Promise<boolean> {
    if (this.value) return Promise.resolve(true);
    return (this.#coming ??= this.#fetch().finally(() => (this.#coming = undefined)));
  }

  async #fetch(): Promise<boolean> {
    try {
      this.value ??= unpack(await this.#load(attempt(this.#failures))) as Module;
      this.#tell();
      return true;
    } catch (cause) {
      this.#failures += 1;
      console.warn(`policy-elements: ${this.#name} could not be loaded.`, cause);
      return false;
    }
  }
}
