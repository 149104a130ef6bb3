import { css } from 'lit';

/**
 * What a theme may set (`--policy-*`), and what the elements use (`--_*`). Six properties make a
 * house style: accent, surface, text, font-family, font-size, radius. All the rest derives.
 *
 * The wrapper `.frame` starts from `initial`, so that nothing a page lets its elements inherit
 * reaches the text; only what is named here comes through.
 */
export const tokens = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    all: initial;
    display: block;
    container: policy / inline-size;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;

    --_surface: var(--policy-surface, light-dark(#fff, oklch(0.2 0.008 260)));
    --_text: var(--policy-text, light-dark(oklch(0.24 0.012 260), oklch(0.92 0.006 260)));
    --_seed: var(--policy-accent, oklch(0.48 0.12 255));
    --_accent: var(--_seed);
    --_on-accent: var(--policy-on-accent, light-dark(#fff, oklch(0.18 0.01 260)));
    --_raised: var(--policy-raised, color-mix(in oklab, var(--_surface), var(--_text) 4.5%));
    --_muted: var(--policy-muted, color-mix(in oklab, var(--_surface), var(--_text) 72%));
    --_border: var(--policy-border, color-mix(in oklab, var(--_surface), var(--_text) 16%));
    --_control: var(--policy-control-border, color-mix(in oklab, var(--_surface), var(--_text) 58%));
    --_tint: color-mix(in oklab, var(--_surface), var(--_accent) 9%);
    --_positive: var(--policy-positive, light-dark(oklch(0.45 0.1 155), oklch(0.8 0.11 155)));
    --_negative: var(--policy-negative, light-dark(oklch(0.49 0.16 25), oklch(0.77 0.11 25)));
    --_caution: var(--policy-caution, light-dark(oklch(0.49 0.1 70), oklch(0.82 0.11 80)));
    --_focus: var(--policy-focus, var(--_accent));

    --_family: var(--policy-font-family, system-ui, sans-serif);
    --_heading-family: var(--policy-heading-font-family, var(--_family));
    --_s-small: var(--policy-font-size-small, 0.875em);
    --_s-large: var(--policy-font-size-large, 1.2em);
    --_s-heading: var(--policy-font-size-heading, 1.5em);
    --_s-title: var(--policy-font-size-title, clamp(1.8em, 1.3em + 2.2cqi, 2.5em));

    --_space: var(--policy-space, 1em);
    --_radius: var(--policy-radius, 0.375em);
    --_measure: var(--policy-measure, 66ch);
    --_shadow: var(--policy-shadow, 0 0.25em 1.25em rgb(0 0 0 / 0.12));
    --_fast: var(--policy-duration, 140ms);

    direction: ltr;
    color: var(--_text);
    background: var(--_surface);
    font-family: var(--_family);
    font-size: var(--policy-font-size, medium);
    line-height: 1.55;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    overflow-wrap: anywhere;
    hyphens: auto;
    font-kerning: normal;
  }
  .frame[dir='rtl'] {
    direction: rtl;
  }
  @supports (color: oklch(from red l c h)) {
    .frame {
      /* Whatever accent a house has, links and buttons stay readable on the surface. */
      --_accent: light-dark(
        oklch(from var(--_seed) min(l, 0.47) c h),
        oklch(from var(--_seed) max(l, 0.78) min(c, 0.13) h)
      );
    }
  }
  @media (prefers-contrast: more) {
    .frame {
      --_muted: var(--_text);
      --_border: var(--_control);
      --_control: var(--_text);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .frame {
      --_fast: 0s;
    }
  }
`;
