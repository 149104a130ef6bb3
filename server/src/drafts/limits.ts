/** What a draft may be at most: a policy of some thousand items in three languages fits. */
export const limits = {
  /** Letters of the whole text. */
  draft: 4_000_000,
  /** Changes that come together. */
  edits: 500,
  /** How deep objects and lists lie within each other. */
  depth: 24,
} as const;

export function depthOf(value: unknown): number {
  let deepest = 0;
  const waiting: [unknown, number][] = [[value, 1]];
  // A loop, as what is too deep would end a recursion.
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [holder, depth] = next;
    if (typeof holder !== 'object' || holder === null) continue;
    deepest = Math.max(deepest, depth);
    if (deepest > limits.depth) return deepest;
    for (const each of Object.values(holder)) waiting.push([each, depth + 1]);
  }
  return deepest;
}
