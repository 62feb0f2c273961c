import { nearest } from '../../../shared/adapters/service-files/nearest.ts'
import type { Act, RiskRule, Vocabulary } from '../../../shared/domain/policy/service.ts'
import type { Finding } from '../finding.ts'
import type { Release } from '../release.ts'
import type { PlacedAct } from '../service-files.ts'

/** Looks whether an act can be satisfied at all: by this release, with this vocabulary. */
export type Rule = (placed: PlacedAct, ground: Ground) => readonly Finding[]

export interface Ground {
  readonly release: Release
  readonly vocabulary: Vocabulary
  /** Of every service in the same folder. */
  readonly purposes: readonly string[]
  readonly ownPurpose: string
}

/** `services/visa.json, acts.apply.accept[0].trustFrameworks` */
export const at = ({ file, path }: PlacedAct, rest: string): string => `${file}, ${path}.${rest}`

/** Names nobody knows, each with the one that was probably meant. */
export const suggesting = (strangers: readonly string[], names: readonly string[]): string =>
  strangers
    .map((word) => {
      const meant = nearest(word, names)
      return meant === undefined ? word : `${word} (did you mean "${meant}"?)`
    })
    .join(', ')

/** What each risk rule would put in the place of the act's own, as an act, so that every rule about acts sees it, too. */
export const underRisk = (placed: PlacedAct): readonly PlacedAct[] =>
  (placed.act.risk ?? []).map((rule, index) => ({
    ...placed,
    path: `${placed.path}.risk[${index}]`,
    act: replacing(rule, placed.act),
  }))

/** Only what the rule itself says: the act's own has been looked at already. */
const replacing = ({ authentication, accept }: RiskRule, act: Act): Act => ({
  authentication: {
    acrAnyOf: authentication?.acrAnyOf ?? [],
    maxAge: authentication?.maxAge ?? (/[1-9]/.test(act.authentication.maxAge) ? act.authentication.maxAge : 'PT1S'),
  },
  ...(accept === undefined ? {} : { accept }),
})
