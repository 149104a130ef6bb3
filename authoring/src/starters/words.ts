/** Texts in three languages, and what each sector calls itself. */
export const STARTER_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type StarterLanguage = (typeof STARTER_LANGUAGES)[number];
export type Words = Readonly<Record<StarterLanguage, string>>;

export const t = (nl: string, fr: string, en: string): Words => ({ nl, fr, en });

/** What is written once, for all languages: in the words of the first one. */
export const once = (nl: string, fr: string, en: string): { readonly once: Words } => ({
  once: t(nl, fr, en),
});

export const SECTORS = ['care', 'local-government', 'school', 'shop', 'police', 'plain'] as const;
export type Sector = (typeof SECTORS)[number];

export interface SectorWords {
  /** E.g. "onze school". */
  ours: Words;
  /** Whom the organisation is there for, e.g. "leerlingen". */
  people: Words;
  summary: Words;
  purpose: Words;
  /** What its people are called, beside permanent staff. */
  others: Words;
  rules: readonly RuleWords[];
  guidelines: readonly GuidelineWords[];
  faq: readonly { id: string; question: Words; answer: Words }[];
  /** What may be done, on condition or not at all, beside what holds everywhere. */
  mandates: readonly {
    id: string;
    title: Words;
    allowed: 'yes' | 'conditional' | 'no';
    condition?: Words;
  }[];
  /** A crisis that the sector has to be ready for. */
  crisis: { title: Words; steps: readonly Words[] };
}
export interface RuleWords {
  id: string;
  title: Words;
  body: Words;
  why: Words;
}
export interface GuidelineWords {
  id: string;
  kind: 'do' | 'dont';
  title: Words;
  body: Words;
}

export const SECTOR_NAMES: Readonly<Record<Sector, Words>> = {
  care: t('zorg', 'soins', 'care'),
  'local-government': t('lokaal bestuur', 'administration locale', 'local government'),
  school: t('school', 'école', 'school'),
  shop: t('winkel', 'magasin', 'shop'),
  police: t('politie', 'police', 'police'),
  plain: t('algemeen', 'général', 'any organisation'),
};

export const STARTER_TITLE = t(
  'Socialemediabeleid',
  'Charte des réseaux sociaux',
  'Social media policy',
);
