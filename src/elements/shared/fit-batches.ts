/**
 * After a filter: a batch that waits with its layout takes the room of what is left in it, some
 * lines each, and one with nothing left takes none. See `inBatches`.
 */
export function fitBatches(root: ParentNode, isFiltered: boolean): void {
  for (const batch of root.querySelectorAll<HTMLElement>('.batch')) {
    const { length } = [...batch.children].filter((row) => !(row as HTMLElement).hidden);
    batch.hidden = !length;
    batch.style.containIntrinsicBlockSize = isFiltered ? `${length * 4}em` : '';
  }
}
