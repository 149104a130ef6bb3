/** Icons of the host's own, by name; the marks of platforms join them once they are fetched. */
export const MARKS: Record<string, string> = Object.create(null) as Record<string, string>;

/** What may stand in `d` of a path: commands and numbers. */
const PATH = /^\s*m[\d\s,.+\-a-z]*$/i;

/**
 * An icon by its name: one path on a square of 24 by 24, filled where it is the mark of a platform,
 * drawn as a line elsewhere. A platform that a policy names is shown with it; in place of one of ours
 * too. Call it before the elements draw.
 */
export function registerIcon(name: string, path: string): void {
  if (PATH.test(path)) MARKS[name.trim().toLowerCase()] = path;
  else
    console.warn(
      `policy-elements: "${name}" is no icon: it takes the path of one, as in "M4 4h16".`,
    );
}

/** `<script type="application/json" data-policy-icons>`, for who writes no script. */
export function readIconBlocks(): void {
  if (typeof document === 'undefined') return;
  for (const block of document.querySelectorAll('script[data-policy-icons]')) {
    try {
      const icons = JSON.parse(block.textContent ?? '') as unknown;
      for (const [name, path] of Object.entries(icons ?? {})) registerIcon(name, String(path));
    } catch (cause) {
      console.warn('policy-elements: your icons are not used.', cause);
    }
  }
}
