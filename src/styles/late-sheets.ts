import type { CSSResult } from 'lit';

/** Styles whose text comes after the first picture; until then, a sheet with nothing in it. */
class LateStyles implements Pick<CSSResult, 'cssText' | 'styleSheet'> {
  cssText = '';
  #sheet: CSSStyleSheet | undefined;

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }

  fill(...styles: readonly CSSResult[]): void {
    const { cssText } = this;
    this.cssText = styles.join('\n');
    if (this.cssText !== cssText) this.#sheet?.replaceSync(this.cssText);
  }
}

/** What of all elements comes late, and what they are on paper. */
export const lateSheet = new LateStyles() as LateStyles & CSSResult;
/** What of the viewer comes late, and what it is on paper beside that. */
export const viewerLateSheet = new LateStyles() as LateStyles & CSSResult;
