/** A character by its number. */
export function fromCode(decimal: string | undefined, hex: string | undefined): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

/** Text with its numeric character references resolved: no other can become part of an id. */
export const decodeNumbers = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g,
    (_, decimal: string | undefined, hex: string | undefined) => fromCode(decimal, hex),
  );
