import { translationStatus, type Draft } from '@policy-elements/authoring';
import { readPolicy } from 'policy-elements';
import type { FastifyRequest } from 'fastify';
import { requireRole, type StudioOptions } from './asked.js';
import type { StoredDraft } from './drafts.js';

interface Counts {
  missing: number;
  stale: number;
  machine: number;
}

type Listed = Omit<StoredDraft, 'held'>;

const kept = 200;

/** How the translations of a draft stand; a draft that was not changed is not looked at again. */
class TranslationCounts {
  readonly #byDigest = new Map<string, Readonly<Record<string, Counts>>>();

  of({ digest, draft }: Listed): Readonly<Record<string, Counts>> {
    const known = this.#byDigest.get(digest);
    if (known) return known;
    const { policy } = readPolicy(draft);
    const counts = policy ? translationStatus(policy).languages : {};
    if (this.#byDigest.size >= kept) this.#byDigest.clear();
    this.#byDigest.set(digest, counts);
    return counts;
  }
}

/** The languages that somebody translates into who does not write all of it. */
function languagesOf(roles: ReadonlySet<string>): string[] {
  if (roles.has('write')) return [];
  return [...roles].flatMap((role) => /^translate:(.+)$/.exec(role)?.[1] ?? []);
}

const comments = ({ drafts }: StudioOptions, languages: readonly string[]) =>
  languages.length ? drafts.comments.openIn(languages) : [];

/** What the home of the studio shows of each policy. */
export function overview(options: StudioOptions) {
  const counts = new TranslationCounts();
  return async (request: FastifyRequest) => {
    const person = requireRole(request, options.rolesOf);
    const languages = languagesOf(options.rolesOf(person));
    const [drafts, known, states, planned, open] = await Promise.all([
      options.drafts.list(),
      options.publications?.policies() ?? [],
      options.drafts.approvals.states(),
      options.drafts.schedules.allWaiting(),
      comments(options, languages),
    ]);
    const waits = (each: Listed) => {
      const own = languages.filter((lang) =>
        (each.draft['languages'] as string[]).slice(1).includes(lang),
      );
      if (own.length === 0) return undefined;
      const states = counts.of(each);
      return own.map((lang) => {
        const { missing = 0, stale = 0, machine = 0 } = states[lang] ?? {};
        const said = open.find((one) => one.policy === each.policy && one.lang === lang);
        return { lang, missing, stale, machine, comments: said?.count ?? 0 };
      });
    };
    const begun = new Set(drafts.map(({ policy }) => policy));
    const rest = known.filter(({ policy }) => !begun.has(policy));
    const ofDraft = (each: Listed) => {
      const { title, languages: all } = each.draft;
      const published = known.find(({ policy }) => policy === each.policy)?.version;
      const at = planned.get(each.policy);
      return {
        ...{ id: each.policy, title, languages: all, published, revision: each.revision },
        ...{ updatedAt: each.updatedAt.toISOString(), updatedBy: each.updatedBy },
        ...{ changed: each.digest !== each.baseDigest, approval: states.get(each.policy) },
        ...(at && { scheduled: { version: at.version, at: at.at.toISOString() } }),
        waits: waits(each),
      };
    };
    const ofText = async ({ policy, version }: { policy: string; version: string }) => {
      const { title, languages: all } = (await options.publications!.source(
        policy,
        version,
      )) as Draft;
      return { id: policy, title, languages: all, published: version, changed: false };
    };
    return { policies: [...drafts.map(ofDraft), ...(await Promise.all(rest.map(ofText)))] };
  };
}
