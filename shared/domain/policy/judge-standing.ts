import type { Verification } from '../verified-claims/verified-claims.ts'
import { isAccepted, isHighEnough, type Standing, standingFor } from './counts-as.ts'
import { type Finding, finding } from './requirement.ts'
import type { Acceptance, Vocabulary } from './service.ts'

/** Under which rules an object was verified, and how thoroughly; where that is by declaration, whose it is stands beside it. */
export const judgeStanding = (
  accept: Acceptance,
  object: Verification,
  rule: string,
  vocabulary: Vocabulary,
): readonly Finding[] => {
  const standing = standingFor(accept, object, vocabulary)
  const framework = finding(`${rule}.trustFrameworks`, 're-verify', {
    expected: accept.trustFrameworks.join(' or '),
    actual: frameworkInWords(object, standing),
    pass: isAccepted(accept, standing.framework, vocabulary),
  })
  if (accept.assuranceLevel === undefined) return [framework]
  const level = finding(`${rule}.assuranceLevel`, 're-verify', {
    expected: `at least ${accept.assuranceLevel.atLeast}`,
    actual: standing.level ?? 'not stated',
    pass: isHighEnough(accept, standing, vocabulary),
  })
  return [framework, level]
}

const frameworkInWords = ({ trustFramework, assuranceLevel }: Verification, { by }: Standing): string =>
  by === undefined
    ? trustFramework
    : `${trustFramework} ${assuranceLevel}, which counts as ${by.countsAs.framework} ${by.countsAs.level} (declared by ${by.declaredBy}, ${by.since})`
