/** A service that translates texts, whoever runs it. */

export interface Languages {
  /** BCP 47, as the policy writes them. */
  from: string;
  to: string;
}

export interface TranslationService {
  /** As people know it. */
  readonly name: string;
  /** Where texts go. */
  readonly host: string;
  /** Of one request: how many texts, and bytes of all of them. */
  readonly most: { readonly texts: number; readonly bytes: number };
  /**
   * Each text, with its tags `<g>` and `<x>`, in the same order.
   * @throws ServiceError
   */
  translate(
    texts: readonly string[],
    languages: Languages,
    signal: AbortSignal,
  ): Promise<readonly string[]>;
}

export type ServiceFault =
  /** It does not know our key. */
  | 'key'
  /** What was paid for is used up. */
  | 'quota'
  /** It does not translate between these languages. */
  | 'language'
  /** More than it takes at once. */
  | 'too-large'
  /** It does not translate something of this. */
  | 'refused'
  /** Not now: too many requests, an error of its own, no answer in time. */
  | 'busy'
  | 'unavailable'
  /** Something else answers at that address. */
  | 'unreadable';

export class ServiceError extends Error {
  override name = 'ServiceError';

  constructor(
    readonly fault: ServiceFault,
    /** What the service says of it; 0 where it said nothing. */
    readonly status: number,
    /** Seconds that it asks to wait. */
    readonly retryAfter?: number,
  ) {
    super(`The translation service answered ${status}: ${fault}`);
  }
}
