/** Which row of a table names its columns, where the document does not say so. */
import { textOf, type Block, type Table } from './blocks.js';
import { COLUMN, DO_LABEL, DONT_LABEL } from './vocabulary.js';

type Row = readonly Block[][];

const filled = (row: Row): Block[][] => row.filter((cell) => textOf(cell).trim());

const isBold = (row: Row): boolean => {
  const cells = filled(row);
  return (
    cells.length > 0 &&
    cells.every((cell) =>
      cell.every(
        (block) =>
          block.kind === 'paragraph' && block.runs.every((run) => run.bold || !run.text.trim()),
      ),
    )
  );
};

/** “Wel” beside “Niet”, or names that columns have and nothing else has: “Netwerk”, “Adres”. */
function isNames(row: Row): boolean {
  const names = filled(row).map((cell) => textOf(cell).trim());
  if (names.length < 2) return false;
  const sides =
    names.some((name) => DO_LABEL.test(name)) && names.some((name) => DONT_LABEL.test(name));
  return (
    (sides && names.every((name) => DO_LABEL.test(name) || DONT_LABEL.test(name))) ||
    names.every((name) => COLUMN.test(name))
  );
}

/** Said so, bold in every cell and in no other row so, or made of names of columns. */
export const hasHeader = ({ header, rows }: Table): boolean =>
  header ||
  (rows.length > 1 &&
    ((isBold(rows[0] ?? []) && !rows.slice(1).every(isBold)) || isNames(rows[0] ?? [])));
