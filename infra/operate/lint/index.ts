import type { Finding } from '../finding.ts'
import type { Release } from '../release.ts'
import { actsOf, type ServiceFile } from '../service-files.ts'
import { ages } from './ages.ts'
import { authenticationContexts } from './authentication-contexts.ts'
import { claims } from './claims.ts'
import { clientOptions } from './client-options.ts'
import { reuse } from './reuse.ts'
import { riskRules } from './risk-rules.ts'
import { type Rule, underRisk } from './rule.ts'
import { trustFrameworks } from './trust-frameworks.ts'
import { verifiedClaims } from './verified-claims.ts'
import { verifiers } from './verifiers.ts'

/** Every rule an act is held against, in the order in which findings are told. */
export const rules: readonly Rule[] = [
  authenticationContexts,
  ages,
  trustFrameworks,
  verifiers,
  claims,
  verifiedClaims,
  riskRules,
  reuse,
]

/** What in these files can never be satisfied by a provider of this release. */
export const lint = (files: readonly ServiceFile[], release: Release): readonly Finding[] =>
  files.flatMap((file) => [...clientOptions(file, release), ...lintWith(rules, file, release)])

export const lintWith = (some: readonly Rule[], file: ServiceFile, release: Release): readonly Finding[] => {
  const { vocabulary, purposes, service } = file
  const ground = { release, vocabulary, purposes, ownPurpose: service.purpose }
  return actsOf(file).flatMap((placed) =>
    [placed, ...underRisk(placed)].flatMap((each) => some.flatMap((rule) => rule(each, ground))),
  )
}
