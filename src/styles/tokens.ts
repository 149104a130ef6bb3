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
    --_button: var(--policy-button, var(--_accent));
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
  /*
   * Whatever accent a house has, links and buttons stay readable. What counts is what they stand on,
   * whatever the scheme: the text says whether that is light, as a surface may be seen through.
   */
  @supports (color: oklch(from light-dark(red, red) l c h)) {
    .frame {
      /* Black where the text is dark, white where it is light. */
      --_pole: oklch(from var(--_text) clamp(0, (l - 0.6) * 1e6, 1) 0 0);
      /* Accent and pole in one: lightness is below 0.5 on a light surface, above it on a dark one. */
      --_both: color-mix(in oklab, var(--_seed) 40%, var(--_pole));
      --_accent: oklch(
        from var(--_both)
          calc(
            min(l / 0.4, 0.47) +
              clamp(0, (l - 0.5) * 1e6, 1) * (max((l - 0.6) / 0.4, 0.78) - min(l / 0.4, 0.47))
          )
          min(c / 0.4, 0.4 - clamp(0, (l - 0.5) * 1e6, 1) * 0.27) h
      );
      /* A bright accent fills a button as it is, with dark text, on a light and on a dark surface. */
      --_fill: oklch(
        from var(--_both)
          calc(
            min(l / 0.4, 0.47) + clamp(0, (l - 0.28) * 1e6, 1) * (l / 0.4 - min(l / 0.4, 0.47)) +
              clamp(0, (l - 0.5) * 1e6, 1) * (max((l - 0.6) / 0.4, 0.78) - l / 0.4)
          )
          min(
            c / 0.4,
            0.4 - clamp(0, (l - 0.5) * 1e6, 1) * clamp(0, (0.912 - l) * 1e6, 1) * 0.27
          )
          h
      );
      --_button: var(--policy-button, var(--_fill));
      --_on-accent: var(
        --policy-on-accent,
        oklch(
          from var(--_button) calc(1 - 0.82 * clamp(0, (l - 0.6) * 1e6, 1))
            calc(0.01 * clamp(0, (l - 0.6) * 1e6, 1)) 260
        )
      );
      --_positive: var(
        --policy-positive,
        oklch(from var(--_pole) calc(0.45 + l * 0.35) calc(0.1 + l * 0.01) 155)
      );
      --_negative: var(
        --policy-negative,
        oklch(from var(--_pole) calc(0.49 + l * 0.28) calc(0.16 - l * 0.05) 25)
      );
      --_caution: var(
        --policy-caution,
        oklch(from var(--_pole) calc(0.49 + l * 0.33) calc(0.1 + l * 0.01) calc(70 + l * 10))
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
