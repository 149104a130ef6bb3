import type { msg } from '@lit/localize';
import type { LabelId, PluralId } from './generated/label-names.js';

export type Msg = typeof msg;

/** A label by the forms of its language: `one` and `other`, and what `Intl.PluralRules` has more. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/** A host's own words, by the id of a label; values stand in braces: `Confirmed on {when}`. */
export type OwnLabels = { readonly [Id in LabelId]?: string } & {
  readonly [Id in PluralId]?: string | PluralForms;
};

/** What a host says for a label, by its id and form: of the values that the label has. */
export type OwnTemplates = ReadonlyMap<string, (template: Parameters<Msg>[0]) => string>;
