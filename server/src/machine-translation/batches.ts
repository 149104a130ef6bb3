import { setTimeout as pause } from 'node:timers/promises';
import {
  ServiceError,
  type Languages,
  type ServiceFault,
  type TranslationService,
} from './service.js';

/** What became of one text: its translation, or why there is none. */
export type Outcome = { readonly text: string } | { readonly fault: ServiceFault };

interface Batch {
  /** Numbers of texts. */
  texts: readonly number[];
  /** How often it was tried already. */
  tries: number;
}

const mostTries = 4;
/** Seconds between tries where the service names none. */
const pauses = [0.5, 2, 5];
const hopeless = new Set<ServiceFault>(['key', 'quota', 'language', 'unreadable']);

export interface BatchOptions {
  languages: Languages;
  /** Ends with it: whoever asked is gone, or the time is over. */
  signal: AbortSignal;
  /** When it has to be done, as `Date.now()` tells it. */
  until: number;
}

/**
 * Translates texts in requests of a size that the service takes. One that it refuses is cut in two
 * until the text is found that it is about; the others are not lost by it.
 */
export async function translateTexts(
  service: TranslationService,
  texts: readonly string[],
  options: BatchOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = texts.map(() => ({ fault: 'unavailable' as const }));
  const waiting = batchesOf(texts, service.most);
  const fail = (batches: readonly Batch[], fault: ServiceFault): void => {
    for (const each of batches.flatMap((batch) => batch.texts)) outcomes[each] = { fault };
  };
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    try {
      const asked = batch.texts.map((each) => texts[each]!);
      const back = await service.translate(asked, options.languages, options.signal);
      for (const [index, each] of batch.texts.entries()) outcomes[each] = { text: back[index]! };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const again = await next(batch, error, options);
      if (again) waiting.unshift(...again);
      else fail([batch], error.fault);
      // What is not about this text is about the next one too.
      if (!again && !isOfText(error)) fail(waiting.splice(0), error.fault);
    }
  }
  return outcomes;
}

const isOfText = ({ fault, status }: ServiceError): boolean =>
  fault === 'too-large' || fault === 'refused' || status === 500;

/** What to try after a failure: the same later, or halves; nothing where it is in vain. */
async function next(
  { texts, tries }: Batch,
  { fault, status, retryAfter }: ServiceError,
  { signal, until }: BatchOptions,
): Promise<Batch[] | undefined> {
  if (hopeless.has(fault) || signal.aborted || Date.now() >= until) return undefined;
  const half = Math.ceil(texts.length / 2);
  const halves = [texts.slice(0, half), texts.slice(half)];
  if (fault === 'too-large' || fault === 'refused') {
    return texts.length > 1 ? halves.map((each) => ({ texts: each, tries })) : undefined;
  }
  const seconds = retryAfter ?? pauses[tries] ?? 0;
  if (tries + 1 < mostTries && Date.now() + seconds * 1000 < until) {
    await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
    return [{ texts, tries: tries + 1 }];
  }
  // One text may be what its own error is about: each half gets one more try.
  return status === 500 && texts.length > 1
    ? halves.map((each) => ({ texts: each, tries: mostTries - 1 }))
    : undefined;
}

function batchesOf(texts: readonly string[], most: TranslationService['most']): Batch[] {
  const batches: { texts: number[]; tries: number }[] = [];
  let bytes = Infinity;
  for (const [index, text] of texts.entries()) {
    // As JSON has it, with a comma.
    const size = Buffer.byteLength(JSON.stringify(text)) + 1;
    if (bytes + size > most.bytes || batches.at(-1)!.texts.length >= most.texts) {
      batches.push({ texts: [], tries: 0 });
      bytes = 0;
    }
    batches.at(-1)!.texts.push(index);
    bytes += size;
  }
  return batches;
}
