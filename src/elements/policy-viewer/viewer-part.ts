/** What a page may leave out of the viewer, by `hide`. */
export type ViewerPart =
  | 'title'
  | 'contents'
  | 'search'
  | 'doors'
  | 'languages'
  | 'audiences'
  | 'print'
  | 'changes'
  | 'acknowledgement';
