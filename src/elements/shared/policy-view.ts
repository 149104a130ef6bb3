import type { Localization } from '../../localization/localization.js';
import { toFragment } from '../../policy/fragment.js';
import type { ParseResult } from '../../policy/findings.js';
import { idsOf, type Entry } from '../../policy/ids.js';
import type { LoadedPolicy } from '../../policy/load.js';
import type { Policy, Text } from '../../policy/schema.js';
import { mailTo, safeAddress } from '../../policy/url.js';
import { resolveText, type LocalizedText } from '../../policy/text.js';
import type { Reference } from '../../markdown/render.js';

/** A policy as one reader has it before them: what the templates draw from. */
export class PolicyView {
  readonly policy: Policy;
  /** Language of the texts. */
  readonly lang: string;
  /** Language of the labels. */
  readonly labels: string;
  /** The host's own words among them. */
  readonly own: unknown;
  /** Id of the section shown, where the element shows one. */
  section: string | undefined;
  /** The `id` of an entry on the page. In a shadow root that is its own; on a page others have ids too. */
  idOf: (id: string) => string = String;
  /** Ids of its items that are not of the short reading, where others are. */
  more: ReadonlySet<string> = new Set();

  constructor(
    readonly read: ParseResult & Partial<LoadedPolicy>,
    readonly l10n: Localization,
    /** Audience ids chosen. */
    readonly audience: readonly string[],
    /** Level of the element's own heading, 1 to 6. */
    readonly level: number,
    /** The element stands by itself: what other elements would show is not on the page. */
    readonly isStandalone = false,
  ) {
    this.policy = read.policy!;
    this.lang = read.compiled?.lang ?? l10n.textLanguage(this.policy);
    this.labels = l10n.labels;
    this.own = l10n.own;
  }

  /** Whether all that is drawn from it is the same. */
  equals({ read, l10n, audience, level, isStandalone, lang, labels, own }: PolicyView): boolean {
    return (
      [read, l10n, level, isStandalone, lang, labels, own].every(
        (each, at) => each === this.#made[at],
      ) && audience.join(' ') === this.audience.join(' ')
    );
  }

  get #made(): unknown[] {
    const { read, l10n, level, isStandalone, lang, labels, own } = this;
    return [read, l10n, level, isStandalone, lang, labels, own];
  }

  /** Where relative addresses start from. */
  get base(): string | undefined {
    return this.read.url;
  }

  text(text: Text | undefined): LocalizedText | undefined {
    return resolveText(text, this.lang, this.policy.languages);
  }

  /** A text without a word about its language: for names in lists and attributes. */
  plain(text: Text | undefined): string {
    return this.text(text)?.text ?? '';
  }

  /** Languages there are texts in. */
  get languages(): readonly string[] {
    const { compiled } = this.read;
    const { languages } = this.policy;
    if (!compiled) return languages;
    return languages.filter(
      (lang) => lang === compiled.lang || Object.hasOwn(compiled.files, lang),
    );
  }

  entry(id: string | undefined): Entry | undefined {
    return id === undefined ? undefined : idsOf(this.policy).get(id);
  }

  href(id: string): string {
    return toFragment(this.policy.id, id);
  }

  /** Where a link to an entry goes; nowhere, where the entry is on no page that we know of. */
  #leadsTo({ value, section, kind }: Entry): string | undefined {
    const { id, url, email } = value as { id: string; url?: string; email?: string };
    if (!this.isStandalone || section?.id === this.section) return this.href(id);
    if (kind === 'contact' && email) return mailTo(email);
    return url === undefined ? undefined : safeAddress(url, this.base);
  }

  /** What an id of this policy refers to, for links in its texts. */
  readonly resolve = (id: string): Reference | undefined => {
    const entry = this.entry(id);
    if (!entry) return undefined;
    const { title, name, question } = entry.value as Record<string, Text | undefined>;
    const found = this.text(title ?? name ?? question);
    const href = this.#leadsTo(entry);
    return { href, title: found?.text ?? id, lang: found?.lang ?? this.lang };
  };
}
