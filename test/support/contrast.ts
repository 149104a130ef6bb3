/** Contrast as a reader gets it: from computed styles, painted as the browser paints them. */
import { deepAll } from './page.js';

type Rgb = readonly [number, number, number];

const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** What is seen of colours, in any notation, painted one over the other. */
export function painted(...colours: readonly string[]): Rgb {
  context.clearRect(0, 0, 1, 1);
  for (const colour of colours) {
    // A canvas keeps the colour it has when it is given one it cannot read.
    if (!CSS.supports('color', colour)) throw new Error(`cannot be painted: ${colour}`);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  if (alpha !== 255) throw new Error(`seen through: ${colours.join(', ')}`);
  return [red!, green!, blue!];
}

const linear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Contrast ratio as WCAG 2 defines it. */
export function ratio(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The parent as it is drawn, through slots and shadow roots. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Backgrounds behind what stands in an element, the farthest first. */
export function behind(element: Element | null): string[] {
  const own: string[] = [];
  for (let at = element; at; at = parentOf(at)) own.unshift(getComputedStyle(at).backgroundColor);
  return ['#fff', ...own];
}

export const textContrast = (element: Element, pseudo?: string): number => {
  const surface = behind(element);
  const { color } = getComputedStyle(element, pseudo);
  return ratio(painted(...surface, color), painted(...surface));
};

/** The edge of a control against what it stands on: its border, or its fill where it has none. */
export const edgeContrast = (element: Element): number => {
  const surface = behind(parentOf(element));
  const { borderTopColor, backgroundColor } = getComputedStyle(element);
  const outside = painted(...surface);
  return Math.max(
    ratio(painted(...surface, backgroundColor, borderTopColor), outside),
    ratio(painted(...surface, backgroundColor), outside),
  );
};

/** The ring around what has the focus, against what it is drawn on. */
export const ringContrast = (element: Element): number => {
  const surface = behind(parentOf(element));
  const { outlineColor, outlineStyle } = getComputedStyle(element);
  if (outlineStyle === 'none') return 1;
  return ratio(painted(...surface, outlineColor), painted(...surface));
};

/** Elements that hold text a reader sees. */
export const textBearers = (root: Element): HTMLElement[] =>
  deepAll(root, '*').filter(
    (element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      ) &&
      element.checkVisibility() &&
      !element.closest('style, script, .visually-hidden'),
  );

export const nameOf = (element: Element): string => {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  return `${host}${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
};
