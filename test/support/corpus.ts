/** Documents, profiles and attacks nobody here wrote: in the folder that `CORPUS` names, if any. */
export async function corpusIsHere(): Promise<boolean> {
  const { ok } = await fetch('/corpus/README.md');
  if (!ok) console.info('skipped: CORPUS names no folder of documents of others');
  return ok;
}

export async function corpus(path: string): Promise<string> {
  const response = await fetch(`/corpus/${path}`);
  if (!response.ok) throw new Error(`the corpus has no ${path}`);
  return response.text();
}
