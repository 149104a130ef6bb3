import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { PageMessages } from '../messages/messages.js';
import type { ReportRow } from './report.js';

/** `2026-03-01 09:30:00`, which every spreadsheet takes for a moment. */
function momentsIn(timeZone: string): (date: Date | null) => string {
  // Sweden writes dates as ISO 8601 does. Making a format takes longer than using it.
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ dateStyle: 'short', timeStyle: 'medium' },
    timeZone,
  });
  return (date) => (date ? format.format(date) : '');
}

function cells(
  row: ReportRow,
  text: PageMessages,
  moment: (date: Date | null) => string,
): string[] {
  const { record } = row;
  return [
    row.name ?? text.erased(row.subject.slice(0, 8)),
    row.id ?? '',
    row.email ?? '',
    row.language ?? '',
    row.audience.join(' '),
    text.states[row.state],
    record?.reason ?? '',
    record?.policy ?? '',
    record?.version ?? '',
    Object.keys(record?.languages ?? {}).join(' '),
    moment(row.recordedAt),
    moment(row.expiresAt),
    record?.digest ?? '',
    record?.id ?? '',
  ];
}

/**
 * For spreadsheets as they are set in Belgium and the Netherlands: semicolons, UTF-8 with its mark.
 * What a spreadsheet would take for a formula starts with an apostrophe.
 */
export function toCsv(
  parts: Iterable<ReportRow[]> | AsyncIterable<ReportRow[]>,
  text: PageMessages,
  timeZone: string,
): Readable {
  const columns = [
    ...[text.person, text.personId, text.email, text.language, text.audience, text.state],
    ...[text.reason.replace(/\s*:$/, ''), text.policy, text.version, text.languages],
    ...[`${text.recorded} (${timeZone})`, text.expiry, text.digest, text.recordId],
  ];
  const moment = momentsIn(timeZone);
  const options = {
    ...({ delimiter: ';', record_delimiter: 'windows', escape_formulas: true } as const),
  };
  async function* lines(): AsyncGenerator<string> {
    yield stringify([], { ...options, header: true, columns, bom: true });
    for await (const rows of parts) {
      yield stringify(
        rows.map((row) => cells(row, text, moment)),
        options,
      );
      // Others are let in between: a long list must not hold up who confirms.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return Readable.from(lines(), { objectMode: false });
}
