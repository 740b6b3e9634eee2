import { css } from './css.js';

/**
 * One hue, two themes. The accent may be any colour: brought into the gamut of sRGB, its luminance is bounded against the
 * surface (at most 0.17 on light, at least 0.26 on dark), which keeps 4.5 : 1, and the text on it is black or white, whichever
 * contrasts more. `y` of CIE XYZ is the relative luminance of WCAG 2, and black and white meet at 0.179. Browsers without
 * relative colours (before Chromium 119, Firefox 128, Safari 16.4) show the accent as it is given, with white text, unless
 * `--askwell-on-accent` says otherwise.
 */
export const colors = css`
  .panel {
    --hue: var(--askwell-accent, #33476b);
    --surface: var(--askwell-surface, #fff);
    --text: var(--askwell-text, #1b202b);
    --accent: var(--hue);
    --on-accent: var(--askwell-on-accent, #fff);
    --muted: color-mix(in srgb, var(--text) 72%, var(--surface));
    --edge: color-mix(in srgb, var(--text) 56%, var(--surface));
    --line: color-mix(in srgb, var(--text) 14%, var(--surface));
    --tint: color-mix(in srgb, var(--text) 6%, var(--surface));
    --shade: color-mix(in srgb, var(--text) 13%, var(--surface));
    color-scheme: light;
  }
  .dark {
    --hue: var(--askwell-accent, #a9c1ee);
    --surface: var(--askwell-surface, #1c1f26);
    --text: var(--askwell-text, #eceef2);
    color-scheme: dark;
  }
  @supports (color: color(from red xyz x y z)) {
    .panel {
      --safe: color(from var(--hue) srgb-linear clamp(0, r, 1) clamp(0, g, 1) clamp(0, b, 1));
      --less: min(1, .17 / y);
      --accent: color(from var(--safe) xyz calc(x * var(--less)) calc(y * var(--less)) calc(z * var(--less)));
      --white: clamp(0, (.179 - y) * 1e6, 1);
      --on-accent: var(--askwell-on-accent,
        color(from var(--accent) xyz calc(.9505 * var(--white)) var(--white) calc(1.089 * var(--white))));
    }
    .dark {
      --more: max(0, (.26 - y) / (1 - y));
      --accent: color(from var(--safe) xyz calc(x + (.9505 - x) * var(--more)) calc(y + (1 - y) * var(--more))
        calc(z + (1.089 - z) * var(--more)));
    }
  }
`;
