import { ask, fieldOf, textsOfAnswer, wordsOf, type Answered } from './ask.js';
import {
  ServiceError,
  type Languages,
  type ServiceFault,
  type TranslationService,
} from './service.js';

export interface DeepLOptions {
  /** Of an account with DeepL; one that ends in `:fx` is of the free service. */
  key: string;
  /** Where it answers; not set: by the key, `https://api.deepl.com` or `https://api-free.deepl.com`. */
  url?: string | undefined;
  /** Milliseconds for one answer. */
  timeout?: number | undefined;
}

/** The variant to write where a policy does not say which. */
const TARGETS: Readonly<Record<string, string>> = { en: 'EN-GB', pt: 'PT-PT' };
const VARIANTS = /^(en-(?:gb|us)|pt-(?:br|pt)|zh-han[st]|es-419)$/i;

const baseOf = (tag: string): string => tag.split('-')[0]!;
const targetOf = (tag: string): string =>
  VARIANTS.test(tag)
    ? tag.toUpperCase()
    : (TARGETS[baseOf(tag).toLowerCase()] ?? baseOf(tag).toUpperCase());

const FAULTS: Readonly<Record<number, ServiceFault>> = {
  ...{ 401: 'key', 403: 'key', 456: 'quota' },
  ...{ 413: 'too-large', 414: 'too-large', 429: 'busy', 529: 'busy' },
};

/** DeepL's API, version 2. A request has at most 50 texts and 128 KiB. */
export class DeepL implements TranslationService {
  readonly name = 'DeepL';
  readonly host: string;
  readonly most = { texts: 50, bytes: 100_000 };
  readonly #options: DeepLOptions;
  readonly #address: string;

  constructor(options: DeepLOptions) {
    this.#options = options;
    const free = options.key.endsWith(':fx');
    const base = options.url ?? (free ? 'https://api-free.deepl.com' : 'https://api.deepl.com');
    this.#address = `${base.replace(/\/+$/, '')}/v2/translate`;
    this.host = new URL(base).host;
  }

  async translate(
    texts: readonly string[],
    { from, to }: Languages,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const { key, timeout } = this.#options;
    const answered = await ask(this.#address, signal, {
      headers: { authorization: `DeepL-Auth-Key ${key}` },
      body: {
        text: texts,
        source_lang: baseOf(from).toUpperCase(),
        target_lang: targetOf(to),
        tag_handling: 'xml',
        tag_handling_version: 'v2',
        // Our tags stand within a sentence.
        outline_detection: false,
        non_splitting_tags: ['g', 'x'],
        split_sentences: 'nonewlines',
        // A title has no full stop, and gets none.
        preserve_formatting: true,
      },
      ...(timeout !== undefined && { timeout }),
    });
    if (answered.status !== 200) throw faultOf(answered);
    const found = fieldOf(answered.json, 'translations');
    const list = Array.isArray(found) ? found.map((each) => fieldOf(each, 'text')) : undefined;
    return textsOfAnswer(list, texts.length, answered.status);
  }
}

function faultOf({ status, json, retryAfter }: Answered): ServiceError {
  const message = wordsOf(json, 'message');
  if (status === 400 && /(source|target)_lang/.test(message)) {
    return new ServiceError('language', status);
  }
  const fault =
    FAULTS[status] ??
    (status === 400 ? 'refused' : status >= 500 ? ('unavailable' as const) : 'unreadable');
  return new ServiceError(fault, status, retryAfter);
}
