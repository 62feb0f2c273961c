import { doubtful, wrong } from '../finding.ts'
import { at, type Rule } from './rule.ts'

/** A release without verified claims takes the request and returns none: only a declaration of the operator can satisfy `accept`. */
export const verifiedClaims: Rule = (placed, { release }) => {
  const { accept } = placed.act
  if (accept === undefined || release.profile.verifiedClaims.release === 'asserted') return []
  const details = {
    where: at(placed, 'accept'),
    expected: 'a release that returns verified claims',
    found: `eSignet ${release.name} accepts the request and returns none`,
  }
  return accept.some(({ declared }) => declared === true)
    ? [
        doubtful('verified-claims-declared-only', {
          ...details,
          remedy:
            'entries with "declared" are met by what the stage declares for the provider (declares), the others by nothing',
        }),
      ]
    : [
        wrong('verified-claims-unsupported', {
          ...details,
          remedy:
            'stay with 1.x for this act, let it need no verified claims, or let an entry be satisfied by declaration',
        }),
      ]
}
