/** Images of a policy: made small, kept, and shown before they are public. */
import { imageAddress, imagesIn, type Draft, type Json } from '@policy-elements/authoring';
import { parseMarkdown, type MarkdownTree } from 'policy-elements';
import { API } from '../base.js';

/** Sides that are larger say nothing more on a page. */
const LONGEST = 1600;
/** A browser draws these again; others go as they are. */
const DRAWN = /^image\/(png|jpeg|webp)$/;

const isOwn = (policy: string, src: string): boolean => src.startsWith(imageAddress(policy, ''));

/** Where the studio gets it; nothing for an image of somebody else's server, which is not asked. */
export const shownAddress = (policy: string, src: string): string | undefined =>
  isOwn(policy, src) ? `${API}/policies/${src}` : undefined;

/** The addresses of what a draft shows already. */
export const knownImages = (draft: Draft): readonly string[] =>
  [...imagesIn(draft)].map((name) => imageAddress(draft['id'] as string, name));

/**
 * As readers need it: not larger than a page, and without the place and the time that a camera wrote
 * into it. What the browser cannot draw goes as it is: the server says whether it is an image.
 */
export async function madeSmall(file: Blob): Promise<Blob> {
  if (!DRAWN.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, file.type, 0.85));
    return drawn ?? file;
  } catch {
    return file;
  }
}

/**
 * A draft for the preview: its images come from where they are kept until it is published.
 * @param place the address that those of the text are relative to
 */
export function withShownImages(draft: Draft, place = `${API}/policies/`): Draft {
  const id = draft['id'] as string;
  const own = imageAddress(id, '');
  const text = (value: string): string => {
    if (value.startsWith(own)) return place + value;
    return value.includes('![') ? shownText(value, id, place) : value;
  };
  return mapped(draft, text) as Draft;
}

function shownText(value: string, policy: string, place: string): string {
  const own = imageAddress(policy, '');
  const here = value.replaceAll(new RegExp(`(\\]\\(<?)${own}`, 'g'), `$1${place}${own}`);
  const foreign = addressesIn(parseMarkdown(value)).some((src) => !isOwn(policy, src));
  // Of another server: a link, so that nobody there is told of a draft.
  return foreign ? here.replaceAll(/!(?=\[(?![^\]]*\]\(<?\/(?![/\\])))/g, '') : here;
}

/** A Markdown tree that somebody made: nested as deep as they like. */
function addressesIn(tree: MarkdownTree): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!Array.isArray(node)) continue;
    if (node[0] === 'img') found.push(String(node[1]));
    waiting.push(...(node as unknown[]));
  }
  return found;
}

/** Every text changed by a function; what has none of it is shared. */
function mapped(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const next = list.map((each) => mapped(each, change));
    return next.some((each, at) => each !== list[at]) ? next : list;
  }
  const entries = Object.entries(value as Record<string, Json>);
  const next = entries.map(([key, each]) => [key, mapped(each, change)] as const);
  const isSame = next.every(([, each], at) => each === entries[at]![1]);
  return isSame ? value : Object.fromEntries(next);
}
