/** What has to hold when a run is over, asked of the server as anybody would ask it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { digestPolicy } from '../../../dist/index.js';

export const wordsOf = (text) => String(text ?? '').match(/\b[a-z]+\d+q\b/g) ?? [];

const PATIENCE = 60_000;

/** The answer, whenever the server is there again. */
async function ask(address, path) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      const answer = await fetch(address + path, { headers: { cookie: 'demo-user=nora.peeters' } });
      if (answer.ok) return await answer.json();
      if (answer.status < 500) return undefined;
    } catch {
      // It was killed just now.
    }
    if (Date.now() > end) throw new Error(`no answer for ${path}`);
    await sleep(50);
  }
}

/**
 * @param promised words that the studio said were safe
 * @param given words that somebody decided against
 * @param told versions that the studio said are published
 * @returns every promise that was not kept, and how many versions there are
 */
export async function check(address, policy, { promised, given, told = [] }) {
  const { policy: draft, published } = await ask(address, `/api/studio/policies/${policy}`);
  const found = new Set(wordsOf(JSON.stringify(draft.sections)));
  const lost = [...promised].filter((word) => !found.has(word) && !given.has(word));
  const half = await halfPublished(address, policy, published, told);
  return {
    versions: published.length,
    broken: [...lost.map((word) => `“${word}” was said to be safe, and is lost`), ...half],
  };
}

/** Every version that is told of can be had, and is what its digest says; so is what readers get. */
async function halfPublished(address, policy, published, told) {
  const wrong = [];
  for (const { version, digest } of published) {
    const kept = await ask(address, `/api/studio/policies/${policy}/versions/${version}`);
    if (!kept || digestPolicy(kept.policy) !== digest)
      wrong.push(`version ${version} is not what was published`);
  }
  const read = await ask(address, `/policies/${policy}.json`);
  const current = published.find(({ version }) => version === read?.version);
  if (!current || digestPolicy(read) !== current.digest)
    wrong.push(`readers get ${read?.version}, which is not as it was published`);
  // One that was accepted and not put in force, as the server was killed in between, is not told of.
  const newest = Math.max(1, ...told.map(Number));
  if (!(Number(read?.version) >= newest))
    wrong.push(`${newest}.0 was said to be published, and readers get ${read?.version}`);
  return wrong;
}
