import type { Acceptance, Act, Service, Vocabulary } from '../../domain/policy/service.ts'
import { type Mistake, misspelt, type Path } from './mistake.ts'

/** The names a service file may use, which its schema does not know. */
export interface Names {
  readonly vocabulary: Vocabulary
  /** Every way to log in that some release can carry out. Absent: not looked at. */
  readonly acrValues?: readonly string[]
}

/** Names in a service that nobody knows: as it is written, they can never be met. */
export const unknownNames = (file: string, { acts }: Service, names: Names): readonly Mistake[] =>
  Object.entries(acts).flatMap(([name, act]) => inAct(file, ['acts', name], act, names))

const inAct = (file: string, path: Path, { authentication, accept, risk }: Act, names: Names): readonly Mistake[] => [
  ...acrs(file, [...path, 'authentication', 'acrAnyOf'], authentication.acrAnyOf, names),
  ...inAccept(file, [...path, 'accept'], accept, names),
  ...(risk ?? []).flatMap((rule, at) => [
    ...acrs(file, [...path, 'risk', at, 'authentication', 'acrAnyOf'], rule.authentication?.acrAnyOf, names),
    ...inAccept(file, [...path, 'risk', at, 'accept'], rule.accept, names),
  ]),
]

const acrs = (file: string, path: Path, values: readonly string[] = [], { acrValues }: Names): readonly Mistake[] =>
  acrValues === undefined
    ? []
    : values.flatMap((acr, at) =>
        acrValues.includes(acr) ? [] : [misspelt(file, [...path, at], acr, acrValues, 'a way to log in')],
      )

const inAccept = (file: string, path: Path, accept: Act['accept'], { vocabulary }: Names): readonly Mistake[] =>
  (accept ?? []).flatMap((entry, at) => [
    ...frameworks(file, [...path, at, 'trustFrameworks'], entry, vocabulary),
    ...level(file, [...path, at, 'assuranceLevel', 'atLeast'], entry, vocabulary),
  ])

const frameworks = (file: string, path: Path, { trustFrameworks }: Acceptance, vocabulary: Vocabulary) => {
  const known = Object.keys(vocabulary.trustFrameworks)
  return trustFrameworks.flatMap((name, at) =>
    known.includes(name) ? [] : [misspelt(file, [...path, at], name, known, 'a framework of the vocabulary')],
  )
}

/** One ladder that has the level is enough: of several frameworks each is climbed on its own. */
const level = (
  file: string,
  path: Path,
  { trustFrameworks, assuranceLevel }: Acceptance,
  vocabulary: Vocabulary,
): readonly Mistake[] => {
  const known = trustFrameworks.filter((name) => Object.hasOwn(vocabulary.trustFrameworks, name))
  const levels = known.flatMap((name) => vocabulary.trustFrameworks[name]?.levels ?? [])
  if (assuranceLevel === undefined || known.length === 0 || levels.includes(assuranceLevel.atLeast)) return []
  return [misspelt(file, path, assuranceLevel.atLeast, levels, `a level of ${known.join(' or ')}`)]
}

/** An equivalence speaks of frameworks and levels that the same file defines. */
export const unknownInVocabulary = (file: string, { trustFrameworks, equivalences }: Vocabulary): readonly Mistake[] =>
  (equivalences ?? []).flatMap(({ framework, level: from, countsAs }, at) =>
    [
      { path: ['equivalences', at], framework, level: from },
      { path: ['equivalences', at, 'countsAs'], ...countsAs },
    ].flatMap((side) => {
      if (!Object.hasOwn(trustFrameworks, side.framework)) {
        const path = [...side.path, 'framework']
        return [misspelt(file, path, side.framework, Object.keys(trustFrameworks), 'a framework of the vocabulary')]
      }
      const levels = trustFrameworks[side.framework]?.levels ?? []
      if (levels.includes(side.level)) return []
      return [misspelt(file, [...side.path, 'level'], side.level, levels, `a level of ${side.framework}`)]
    }),
  )
