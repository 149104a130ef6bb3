import { LitElementRenderer } from '@lit-labs/ssr/lib/lit-element-renderer.js';
import type { RenderInfo } from '@lit-labs/ssr/lib/render-value.js';
import { renderValue } from '@lit-labs/ssr/lib/render-value.js';
import type { RenderResult, ThunkedRenderResult } from '@lit-labs/ssr/lib/render-result.js';
import type { CSSResult } from 'lit';
import { fingerprint, folderOf, partKey, renderKey } from './render-key.js';
import { PolicyElement } from '../elements/policy-element.js';
import type { PolicyView } from '../elements/shared/policy-view.js';
import { digestPolicy } from '../policy/digest.js';
import { attributes } from './markup.js';
import { letterStyles } from './text-lengths.js';
import { commonStyles, ownStyles } from './static-styles.js';

export type Renderers = Pick<
  RenderInfo,
  'elementRenderers' | 'customElementHostStack' | 'customElementInstanceStack'
>;

/** The slot where the targets of links stand: fragments lead to nothing within a shadow root. */
export const PLACES = 'places';

const COMMON = PolicyElement.styles;

/**
 * How lit-ssr renders our elements: with their policy read, and with their styles in two parts, of
 * which the larger is the same for all of them.
 * @param when the media query under which nothing can be pressed
 * @param styles receives the text of every style
 */
export function elementRenderers(when: string, styles: Set<string>): Renderers {
  const hosts: RenderInfo['customElementHostStack'] = [];
  class ServerRenderer extends LitElementRenderer {
    static override matchesClass(found: typeof HTMLElement): boolean {
      return found.prototype instanceof PolicyElement;
    }

    override connectedCallback(): void {
      const element = this.element as unknown as PolicyElement;
      const isNested = hosts.length > 0;
      // There is no tree of nodes to find that out from.
      Object.defineProperties(element, {
        isNested: { value: isNested },
        isStandalone: { value: !isNested },
      });
      // Controllers are not called on a server.
      element['source'].hostUpdate();
      element['l10n'].hostUpdate();
      super.connectedCallback();
    }

    override renderShadow(renderInfo: RenderInfo): ThunkedRenderResult {
      const element = this.element as unknown as PolicyElement;
      const drawn: unknown = element['render']();
      const sheets = stylesOf(element, drawn, when);
      sheets.forEach((sheet) => styles.add(sheet));
      const { view } = element as unknown as { view: PolicyView };
      return [
        `<slot${attributes({ name: PLACES, ...keysOf(element.isNested, view, element['settings']) })}></slot>`,
        ...sheets.map((sheet) => `<style>${sheet}</style>`),
        () => renderValue(drawn, renderInfo),
      ] as RenderResult as ThunkedRenderResult;
    }
  }
  return {
    elementRenderers: [ServerRenderer],
    customElementHostStack: hosts,
    customElementInstanceStack: [],
  };
}

/** The styles of an element and of what it has drawn, each in one text. */
function stylesOf(element: PolicyElement, drawn: unknown, when: string): string[] {
  const { elementStyles } = element.constructor as typeof PolicyElement;
  const own = (elementStyles as CSSResult[]).filter((sheet) => !COMMON.includes(sheet));
  return [
    commonStyles(COMMON.map(textOf), when),
    // On paper the viewer has columns.
    ownStyles(own.map(textOf), element.localName === 'policy-viewer' ? undefined : when),
    letterStyles(drawn),
  ].filter(Boolean);
}

/**
 * By what a browser knows that it would draw the same. Of the policy it has the JSON or what was
 * compiled from it: one key for each.
 */
function keysOf(
  isNested: boolean,
  view: PolicyView,
  settings: readonly unknown[],
): Record<string, string> {
  if (isNested) return { 'data-key': partKey(view, settings) };
  const { compiled, source } = view.read;
  const names = compiled
    ? [compiled.digest]
    : [fingerprint(JSON.stringify(source)), digest(source)];
  const keys = names.flatMap((name) => (name ? renderKey(name, view, settings) : []));
  return { 'data-key': keys.join(' '), 'data-base': folderOf(view.base) };
}

function digest(source: unknown): string | undefined {
  try {
    return digestPolicy(source);
  } catch {
    // A text that has no canonical form has none.
    return undefined;
  }
}

const textOf = ({ cssText }: CSSResult): string => cssText;
