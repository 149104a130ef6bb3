import { html, nothing, type TemplateResult } from 'lit';
import * as SHAPES from './shapes.js';

/** What an icon looks like: each is an export of its own, so that nobody carries another's. */
export type Shape = (typeof SHAPES)[keyof typeof SHAPES];

/** An icon in the colour of the text. It says nothing by itself: a word or a name stands beside it. */
export const icon = (shape: Shape): TemplateResult =>
  html`<svg class="icon" part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${shape}></path></svg>`;

type Marks = Readonly<Record<string, string>>;

let marks: Marks | undefined;
let loading: Promise<void> | undefined;

/**
 * Loads the marks of platforms; they are only paid for by who shows accounts. Nothing where they
 * are there.
 */
export const loadPlatformMarks = (): Promise<void> | undefined =>
  marks
    ? undefined
    : (loading ??= import('./marks.js').then(
        ({ ALL_MARKS }) => void (marks = ALL_MARKS),
        () => void (marks = {}),
      ));

export const hasPlatformMarks = (): boolean => marks !== undefined;

/** Names people write for a platform → the name of its mark. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['twitter', 'x'],
  ['blog', 'rss'],
  ['feed', 'rss'],
  ['podcasts', 'podcast'],
]);

export const platformKey = (platform: string): string => {
  const key = platform.trim().toLowerCase();
  return ALIASES.get(key) ?? key;
};

/** The mark of a platform, or a neutral one for a platform nobody here knows. */
export const platformMark = (platform: string): TemplateResult | typeof nothing => {
  if (!marks) return nothing;
  const own = platform.trim().toLowerCase();
  // A host's own icon for a name goes before what that name stands for here.
  const key = Object.hasOwn(marks, own) ? own : platformKey(platform);
  return Object.hasOwn(marks, key)
    ? html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d=${marks[key]!}></path></svg>`
    : icon(SHAPES.account);
};
