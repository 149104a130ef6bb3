/** Which byte order and alphabet a file from a spreadsheet is in, and the text it holds. */
export class UnreadableTextError extends Error {
  override name = 'UnreadableTextError';

  constructor(readonly line: number) {
    super(
      'This is not UTF-8. Save the file again as "CSV UTF-8" (in Excel: Save as, type CSV UTF-8).',
    );
  }
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function lineOfFirstWrongByte(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

/** UTF-8, or UTF-16 with its mark, as spreadsheets save it. Throws {@link UnreadableTextError}. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Guessing the alphabet would turn somebody's ë into something else, for good.
    throw new UnreadableTextError(lineOfFirstWrongByte(bytes));
  }
}
