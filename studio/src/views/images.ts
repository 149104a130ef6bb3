/** What a text editor, or a field for one image, needs to know of the images of a draft. */
import { digestValue, readField } from '@policy-elements/authoring';
import { api, ApiError } from '../api/client.js';
import { msg } from '../localization/localize.js';
import { knownImages, madeSmall, shownAddress } from '../model/images.js';
import { languagesIn } from '../model/policy.js';
import type { DraftSession } from '../model/session.js';

export interface ImageDesk {
  /** Keeps a file, and answers the address a text shows it by; nothing where one may not. */
  keep: ((file: Blob) => Promise<string>) | undefined;
  /** Where the studio gets an image; nothing for one of another server. */
  show: (src: string) => string | undefined;
  /** What the policy shows already. */
  known: () => readonly string[];
  /** Other languages in which this text stands. */
  others: () => readonly string[];
  /** Puts the image at the end of the text in another language. */
  putIn: (lang: string, markdown: string) => void;
}

export function imagesFor(
  session: DraftSession,
  place?: { id: string; field: string; lang: string },
): ImageDesk {
  const { policy } = session;
  const textIn = (lang: string): string => {
    const text = place && readField(session.draft, place.id, place.field, lang);
    return typeof text === 'string' ? text : '';
  };
  const mayWrite = session.roles.has('write');
  return {
    keep: mayWrite
      ? async (file) => (await api.keepImage(policy, await madeSmall(file))).src
      : undefined,
    show: (src) => shownAddress(policy, src),
    known: () => knownImages(session.draft),
    others: () =>
      mayWrite && place
        ? languagesIn(session.draft).filter((tag) => tag !== place.lang && textIn(tag))
        : [],
    putIn(lang, markdown) {
      const text = textIn(lang);
      if (!place || !text) return;
      const { id, field } = place;
      const value = `${text.trimEnd()}\n\n${markdown}`;
      session.edit([{ id, field, lang, value, baseDigest: digestValue(text) }]);
    },
  };
}

/** Why an image was not kept, and what to do. */
export function imageFailure(error: unknown): string {
  const words: Record<string, string> = {
    'not-an-image': msg('This is no image that can be shown: take a PNG, JPEG, GIF, WebP or SVG.', {
      id: 'studio-image-no-image',
    }),
    'active-image': msg(
      'This drawing holds a script, or fetches something from elsewhere. Save it as a PNG, and take that.',
      { id: 'studio-image-active' },
    ),
    'too-large': msg('This image is larger than 2 MB. Make it smaller, and try again.', {
      id: 'studio-image-too-large',
    }),
    'too-many-images': msg('This policy has as many images as it may have.', {
      id: 'studio-image-too-many',
    }),
    'not-allowed': msg('You may not add images here.', { id: 'studio-image-not-allowed' }),
  };
  const code = error instanceof ApiError ? error.code : '';
  return (
    words[code] ??
    msg('The image could not be kept: the server does not answer. Try again.', {
      id: 'studio-image-offline',
    })
  );
}
