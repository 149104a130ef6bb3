/** What is to be said of a draft, found in a worker, so that nobody who writes waits for it. */
import type { Draft } from '@policy-elements/authoring';
import { checkPolicy, type Finding } from 'policy-elements';

type Findings = readonly Finding[];
interface Answer {
  number: number;
  findings: Findings;
}
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let worker: Worker | null | undefined;
let count = 0;
const waiting = new Map<number, { draft: Draft; done: (findings: Findings) => void }>();

/** The page's rules allow one policy for this address, and none for another. */
function address(): string {
  const { href } = new URL('./check-worker.js', import.meta.url);
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules = { createScriptURL: (url: string) => url };
  return trustedTypes?.createPolicy('studio-worker', rules).createScriptURL(href) ?? href;
}

/** Nothing where workers are not to be had. */
function start(): Worker | null {
  try {
    const made = new Worker(address(), { type: 'module' });
    made.addEventListener('message', ({ data: { number, findings } }: MessageEvent<Answer>) => {
      waiting.get(number)?.done(findings);
      waiting.delete(number);
    });
    made.addEventListener('error', () => {
      worker = null;
      for (const { draft, done } of waiting.values()) done(checkPolicy(draft).findings);
      waiting.clear();
    });
    return made;
  } catch {
    return null;
  }
}

export async function findingsIn(draft: Draft): Promise<Findings> {
  if (worker === undefined) worker = start();
  if (!worker) return checkPolicy(draft).findings;
  const number = (count += 1);
  const found = new Promise<Findings>((done) => waiting.set(number, { draft, done }));
  worker.postMessage({ number, draft });
  return found;
}
