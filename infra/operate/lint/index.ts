import type { Finding } from '../finding.ts'
import type { Release } from '../release.ts'
import { actsOf, type ServiceFile } from '../service-files.ts'
import { authenticationContexts } from './authentication-contexts.ts'
import { claims } from './claims.ts'
import { clientOptions } from './client-options.ts'
import type { Rule } from './rule.ts'
import { trustFrameworks } from './trust-frameworks.ts'
import { verifiedClaims } from './verified-claims.ts'

/** Every rule an act is held against, in the order in which findings are told. */
export const rules: readonly Rule[] = [authenticationContexts, trustFrameworks, claims, verifiedClaims]

/** What in these files can never be satisfied by a provider of this release. */
export const lint = (files: readonly ServiceFile[], release: Release): readonly Finding[] =>
  files.flatMap((file) => [...clientOptions(file, release), ...lintWith(rules, file, release)])

export const lintWith = (some: readonly Rule[], file: ServiceFile, release: Release): readonly Finding[] =>
  actsOf(file).flatMap((placed) => some.flatMap((rule) => rule(placed, { release, vocabulary: file.vocabulary })))
