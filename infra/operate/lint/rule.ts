import type { Vocabulary } from '../../../shared/domain/policy/service.ts'
import type { Finding } from '../finding.ts'
import type { Release } from '../release.ts'
import type { PlacedAct } from '../service-files.ts'

/** Looks whether an act can be satisfied at all: by this release, with this vocabulary. */
export type Rule = (placed: PlacedAct, ground: Ground) => readonly Finding[]

export interface Ground {
  readonly release: Release
  readonly vocabulary: Vocabulary
}

/** `services/visa.json, acts.apply.accept[0].trustFrameworks` */
export const at = ({ file, path }: PlacedAct, rest: string): string => `${file}, ${path}.${rest}`
