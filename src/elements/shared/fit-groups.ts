/**
 * After a filter: a group that waits with its layout takes the room of what is left in it, some
 * lines each, and one with nothing left takes none. See `inGroups`.
 */
export function fitGroups(root: ParentNode, isFiltered: boolean): void {
  for (const group of root.querySelectorAll<HTMLElement>('.some')) {
    const { length } = [...group.children].filter((row) => !(row as HTMLElement).hidden);
    group.hidden = !length;
    group.style.containIntrinsicBlockSize = isFiltered ? `${length * 4}em` : '';
  }
}
