/** 60em: from there on the contents stand beside the text. Matches the styles of the viewer. */
const WIDE = 60;

/** Whether an element of this width, in pixels, has room for a column beside the text. */
export const hasRoom = (root: ShadowRoot, width: number): boolean =>
  width >= WIDE * fontSizeIn(root);

/** The font size that counts is that of the content, also while there is none; pixels. */
function fontSizeIn(root: ShadowRoot): number {
  const drawn = root.querySelector('.frame');
  const frame = drawn ?? root.appendChild(document.createElement('div'));
  frame.classList.add('frame');
  const { fontSize } = getComputedStyle(frame);
  if (!drawn) frame.remove();
  return Number.parseFloat(fontSize);
}
