/** Documents, profiles and attacks nobody here wrote: they stand beside the project, not in it. */
export const corpusIsHere = async (): Promise<boolean> => (await fetch('/corpus/README.md')).ok;

export async function corpus(path: string): Promise<string> {
  const response = await fetch(`/corpus/${path}`);
  if (!response.ok) throw new Error(`the corpus has no ${path}`);
  return response.text();
}
