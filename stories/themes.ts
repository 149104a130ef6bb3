/**
 * Four house styles, each a handful of `--policy-*` tokens. Colours come in pairs by `light-dark()`,
 * so that a theme follows the `color-scheme` of the page.
 */
export interface Theme {
  title: string;
  tokens: Readonly<Record<`--policy-${string}`, string>>;
}

export const THEMES = {
  /** What an element looks like that nobody has themed. */
  neutral: { title: 'Neutral', tokens: {} },
  /** Square, blue and plain, as public services are. */
  government: {
    title: 'Government',
    tokens: {
      '--policy-accent': 'light-dark(#00538f, #8cc4f5)',
      '--policy-surface': 'light-dark(#ffffff, #10161c)',
      '--policy-text': 'light-dark(#0b0c0c, #eef2f5)',
      '--policy-font-family': "Arial, 'Liberation Sans', Helvetica, sans-serif",
      '--policy-font-size': '1.125rem',
      '--policy-radius': '0',
    },
  },
  /** Paper, brick and serif: a school, a care home, a museum. */
  warm: {
    title: 'Warm',
    tokens: {
      '--policy-accent': 'light-dark(#9a3412, #f5b395)',
      '--policy-surface': 'light-dark(#fdf8f0, #231b16)',
      '--policy-text': 'light-dark(#33261c, #f1e7dc)',
      '--policy-font-family': "Charter, 'Bitstream Charter', Georgia, 'Liberation Serif', serif",
      '--policy-font-size': 'medium',
      '--policy-radius': '0.75rem',
    },
  },
  /** Designed in the dark; its light side is the derived one. */
  dark: {
    title: 'Dark first',
    tokens: {
      '--policy-accent': 'light-dark(#0f766e, #5eead4)',
      '--policy-surface': 'light-dark(#f4f7f6, #0a0f0e)',
      '--policy-text': 'light-dark(#12201d, #dcebe7)',
      '--policy-font-family': "'IBM Plex Sans', 'DejaVu Sans', Verdana, sans-serif",
      '--policy-font-size': '0.9375rem',
      '--policy-radius': '0.25rem',
    },
  },
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof THEMES;

/** Sets the tokens of a theme on an element, and takes away those of the one before. */
export function applyTheme(element: HTMLElement, name: string): void {
  for (const property of [...element.style]) {
    if (property.startsWith('--policy-')) element.style.removeProperty(property);
  }
  const tokens: Theme['tokens'] = Object.hasOwn(THEMES, name)
    ? THEMES[name as ThemeName].tokens
    : {};
  for (const [property, value] of Object.entries(tokens))
    element.style.setProperty(property, value);
}
