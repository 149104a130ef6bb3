/**
 * Images that a policy brings along lie beside it, in a folder of its name, each under the hash of
 * what it holds. So the same address works wherever the policy is published.
 */
export const IMAGE_NAME = /^[0-9a-f]{32}\.(png|jpg|gif|webp|svg)$/;

/** As it stands in a text of the policy. */
export const imageAddress = (policy: string, name: string): string => `${policy}/images/${name}`;

/** Names of the images that a policy brings along. */
export function imagesIn(policy: { readonly id?: unknown }): ReadonlySet<string> {
  const named = /([a-z0-9-]+)\/images\/([0-9a-f]{32}\.(?:png|jpg|gif|webp|svg))/g;
  const found = JSON.stringify(policy).matchAll(named);
  return new Set([...found].filter(([, id]) => id === policy.id).map(([, , name]) => name!));
}
