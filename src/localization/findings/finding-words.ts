import type { BlockId } from '../../policy/coverage.js';
import type { FindingCode } from '../../policy/findings.js';

/** What a sentence is made with: the params of a finding, as they are read. */
export type Values = Readonly<Record<string, string>>;

export interface FindingWords {
  findings: Readonly<Record<FindingCode, (values: Values) => string>>;
  /** Many of one kind, told as one. */
  many: Readonly<Partial<Record<FindingCode, (count: string, subjects: string) => string>>>;
  didYouMean: (suggestion: string) => string;
  blocks: Readonly<Record<BlockId, string>>;
}
