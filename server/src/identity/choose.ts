import type { Configuration } from '../configuration/settings.js';
import type { Identify, SignedIn } from './identity.js';
import { isSamePerson } from '../people/person-key.js';
import { oidcIdentity } from './oidc.js';
import { proxyIdentity } from './proxy.js';

/** Who sent a request, as configured; nothing for demo mode. */
export function chooseIdentity(configuration: Configuration): Identify | undefined {
  const { identity, oidcIssuer, oidcAudience, proxies } = configuration;
  if (identity === 'oidc' && oidcIssuer !== undefined && oidcAudience !== undefined) {
    return oidcIdentity({
      issuer: oidcIssuer,
      audience: oidcAudience,
      jwksUrl: configuration.oidcJwks,
      ...(configuration.oidcAlgorithms && { algorithms: configuration.oidcAlgorithms }),
      clockTolerance: configuration.oidcTolerance,
      idClaim: configuration.oidcId,
      nameClaim: configuration.oidcName,
      groupsClaim: configuration.oidcGroups,
      cookie: configuration.oidcCookie,
    });
  }
  if (identity === 'proxy' && proxies) {
    return proxyIdentity({
      addresses: proxies,
      idHeader: configuration.proxyId,
      nameHeader: configuration.proxyName,
      groupsHeader: configuration.proxyGroups,
    });
  }
  return undefined;
}

/** Who may see everyone's answers: those named, and those in a group that is. */
export function chooseReviewers({ reviewers, reviewGroups }: Configuration) {
  return ({ id, groups = [] }: SignedIn): boolean =>
    reviewers?.some((reviewer) => isSamePerson(reviewer, id)) === true ||
    groups.some((group) => reviewGroups?.includes(group));
}
