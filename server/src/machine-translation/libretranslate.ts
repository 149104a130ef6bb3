import { matchLanguage } from 'policy-elements';
import { ask, fieldOf, textsOfAnswer, wordsOf, type Answered } from './ask.js';
import {
  ServiceError,
  type Languages,
  type ServiceFault,
  type TranslationService,
} from './service.js';

export interface LibreTranslateOptions {
  /** Where it answers: `https://translate.example`. */
  url: string;
  /** Where that one asks for one. */
  key?: string | undefined;
  /** Milliseconds for one answer. */
  timeout?: number | undefined;
}

/** Which languages it translates into, by the language it translates from. */
type Targets = ReadonlyMap<string, readonly string[]>;

/** LibreTranslate, by its own names of languages. What it takes at once is its operator's choice. */
export class LibreTranslate implements TranslationService {
  readonly name = 'LibreTranslate';
  readonly host: string;
  readonly most = { texts: 20, bytes: 5_000 };
  readonly #options: LibreTranslateOptions;
  readonly #base: string;
  #targets: Targets | undefined;

  constructor(options: LibreTranslateOptions) {
    this.#options = options;
    this.#base = options.url.replace(/\/+$/, '');
    this.host = new URL(options.url).host;
  }

  async translate(
    texts: readonly string[],
    languages: Languages,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const { key } = this.#options;
    const targets = (this.#targets ??= await this.#languages(signal));
    const source = matchLanguage(languages.from, [...targets.keys()]);
    const target = matchLanguage(languages.to, targets.get(source ?? '') ?? []);
    if (source === undefined || target === undefined) throw new ServiceError('language', 0);
    const answered = await this.#ask('/translate', signal, {
      ...{ q: texts, source, target, format: 'html' },
      ...(key !== undefined && { api_key: key }),
    });
    if (answered.status !== 200) throw faultOf(answered);
    return textsOfAnswer(fieldOf(answered.json, 'translatedText'), texts.length, answered.status);
  }

  async #languages(signal: AbortSignal): Promise<Targets> {
    const { status, json, retryAfter } = await this.#ask('/languages', signal);
    if (status !== 200) throw faultOf({ status, json, retryAfter });
    if (!Array.isArray(json)) throw new ServiceError('unreadable', status);
    return new Map(
      json.map((each: unknown) => {
        const targets = fieldOf(each, 'targets');
        return [
          String(fieldOf(each, 'code')),
          Array.isArray(targets) ? targets.map(String) : [],
        ] as const;
      }),
    );
  }

  #ask(path: string, signal: AbortSignal, body?: unknown): Promise<Answered> {
    const { timeout } = this.#options;
    return ask(this.#base + path, signal, { body, ...(timeout !== undefined && { timeout }) });
  }
}

const FAULTS: Readonly<Record<number, ServiceFault>> = {
  ...{ 401: 'key', 403: 'key', 413: 'too-large', 429: 'busy' },
};

function faultOf({ status, json, retryAfter }: Answered): ServiceError {
  const words = wordsOf(json, 'error');
  const fault =
    status === 400
      ? /API key/i.test(words)
        ? 'key'
        : /exceeds text limit/i.test(words)
          ? 'too-large'
          : /not supported|not available as a target/i.test(words)
            ? 'language'
            : 'refused'
      : (FAULTS[status] ?? (status >= 500 ? 'unavailable' : 'unreadable'));
  return new ServiceError(fault, status, retryAfter);
}
