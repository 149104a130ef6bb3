/**
 * The whole policy as plain HTML for between the tags: for hosts that take no templates, and for who
 * has no scripts. It is drawn by what draws sections in the elements, so that texts, links and
 * languages are made safe in one place.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { policyFooter } from '../elements/policy-viewer/policy-footer.js';
import { chapters } from '../elements/shared/chapters.js';
import { heading } from '../elements/shared/heading.js';
import { plainSection } from '../elements/shared/plain-section.js';
import { PolicyView } from '../elements/shared/policy-view.js';
import { forWhom } from '../elements/shared/references.js';
import { plain, rich } from '../elements/shared/text.js';
import { Localization, type LocalizedHost } from '../localization/localization.js';
import { sectionsFor } from '../policy/audience.js';
import type { ParseResult } from '../policy/findings.js';
import type { LoadedPolicy } from '../policy/load.js';
import type { Policy, Section } from '../policy/schema.js';

export interface LightOptions {
  lang: string;
  /** Audience ids; everybody where there are none. */
  audience: readonly string[];
  /** Level of the title, 1 to 6. */
  level: number;
  /** Ids of the sections shown; all where there are none. */
  sections: readonly string[];
}

type Read = ParseResult & Partial<LoadedPolicy> & { policy: Policy };

export function lightBody(read: Read, options: LightOptions): TemplateResult {
  const view = lightView(read, options);
  const { policy } = view;
  const wanted = new Set(options.sections);
  const sections = sectionsFor(policy, view.audience).filter(
    ({ id }) => !wanted.size || wanted.has(id),
  );
  return html`<article lang=${view.labels} data-light>
    <header>
      ${heading(view.level, plain(view, policy.title), 'title')}
      ${rich(view, policy.summary, { told: view.text(policy.title)?.lang })}
      <p>${plain(view, policy.organisation.name)} · ${version(view)}</p>
    </header>
    ${chapters(view, sections).map(({ title, within }) => chapterOf(view, title, within))}
    ${policyFooter(view, sections, true, false)}
  </article>`;
}

/** Sections stand a level below the title of their chapter, where they have one. */
function chapterOf(view: PolicyView, title: unknown, within: readonly Section[]): unknown {
  const isTitled = title !== undefined && title !== nothing;
  const level = view.level + 1;
  return [
    isTitled ? heading(level, title, 'chapter') : nothing,
    ...within.map((section) => sectionOf(viewAt(view, isTitled ? level + 1 : level), section)),
  ];
}

/** Items stand a level below the title of their section. */
function sectionOf(view: PolicyView, section: Section): TemplateResult {
  const title = plain(view, section.title);
  return html`<section id=${view.idOf(section.id)}>
    ${heading(view.level, title === nothing ? section.id : title, 'section-title')}
    ${forWhom(view, section.audience)}
    ${rich(view, section.intro, { told: view.text(section.title)?.lang })}
    ${plainSection(view, section)}
  </section>`;
}

function version({ policy, l10n }: PolicyView): unknown {
  const { version: number, effective } = policy;
  const label = l10n.msg('Version', { id: 'version' });
  if (!effective) return [label, ' ', number];
  return html`${label} ${number} · <time datetime=${effective}>${l10n.formats.date(effective)}</time>`;
}

function lightView(read: Read, { lang, audience, level }: LightOptions): PolicyView {
  const l10n = new Localization({
    lang,
    shownPolicy: read.policy,
    addController: () => {},
    requestUpdate: () => {},
  } as unknown as LocalizedHost);
  l10n.hostUpdate();
  return viewAt(new PolicyView(read, l10n, audience, level), level);
}

function viewAt({ read, l10n, audience }: PolicyView, level: number): PolicyView {
  const view = new PolicyView(read, l10n, audience, level);
  // As the address of the element leads there, so does the page itself.
  view.idOf = (id) => view.href(id).slice(1);
  return view;
}
