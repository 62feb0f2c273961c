import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Checked, checkService, checkVocabulary } from '../../shared/adapters/service-files/check.ts'
import { tellMistakes } from '../../shared/adapters/service-files/mistake.ts'
import { sourceOf } from '../../shared/domain/claims/derived-claims.ts'
import type { Act, Service, Vocabulary } from '../../shared/domain/policy/service.ts'
import { Sentence } from '../build/sentence.mjs'
import { BadArguments } from './command.ts'
import { readJson } from './documents.ts'
import { isObject, textIn } from './json.ts'

/** A service file that its schema accepts, and the vocabulary beside it. */
export interface ServiceFile {
  /** As it was named on the command line. */
  readonly file: string
  readonly service: Service
  readonly vocabulary: Vocabulary
  /** Of every service in the same folder, each once. */
  readonly purposes: readonly string[]
}

/** An act and where it stands. */
export interface PlacedAct {
  readonly file: string
  /** `acts.open-account` */
  readonly path: string
  readonly name: string
  readonly act: Act
}

/**
 * One service file. That its names are known is not asked here: it is what lint tells about.
 *
 * @throws BadArguments when there is no such file, Sentence with every mistake when the schema refuses it
 */
export const readServiceFile = async (file: string): Promise<ServiceFile> => {
  const content = await readJson(file, Date.now).catch((error: unknown) => {
    throw error instanceof Sentence ? new BadArguments(error.message) : error
  })
  const vocabularyFile = await readJson(join(dirname(file), 'vocabulary.json'), Date.now)
  const service = checkService(basename(file), content)
  const vocabulary = checkVocabulary('vocabulary.json', vocabularyFile)
  if (service.ok && vocabulary.ok)
    return {
      file,
      service: service.value,
      vocabulary: vocabulary.value,
      purposes: await purposesIn(dirname(file)),
    }
  throw new Sentence(tellMistakes([...mistakesOf(vocabulary), ...mistakesOf(service)]))
}

/** A neighbour that cannot be used has a purpose all the same; that it cannot is told where it is asked for. */
const purposesIn = async (folder: string): Promise<readonly string[]> => {
  const files = await readdir(folder)
  const contents = await Promise.all(
    files
      .filter((name) => name.endsWith('.json'))
      .map((name) => readJson(join(folder, name), Date.now).catch(() => undefined)),
  )
  const purposes = contents.flatMap((content) => (isObject(content) ? (textIn(content, 'purpose') ?? []) : []))
  return [...new Set(purposes)].sort()
}

const mistakesOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.mistakes)

/** Every service file of the folder, or the one that is named. @throws BadArguments, Sentence */
export const readServiceFiles = async (which: string, folder = 'services'): Promise<readonly ServiceFile[]> => {
  if (which !== 'all') return [await readServiceFile(which)]
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== 'vocabulary.json').sort()
  return Promise.all(files.map((file) => readServiceFile(join(folder, file))))
}

export const actsOf = ({ file, service }: ServiceFile): readonly PlacedAct[] =>
  Object.entries(service.acts).map(([name, act]) => ({ file, path: `acts.${name}`, name, act }))

/** What a rule about an act may add to it: the act itself, and each of its risk rules. */
const alternativesOf = ({ authentication, accept, risk }: Act) => [
  { acrAnyOf: authentication.acrAnyOf, accept },
  ...(risk ?? []).map((rule) => ({ acrAnyOf: rule.authentication?.acrAnyOf, accept: rule.accept })),
]

/** Every claim any act asks for, plain or verified, whatever the circumstances, each once; of a derived one its source. */
export const claimsOf = (service: Service): readonly string[] => {
  const acts = Object.values(service.acts)
  const plain = acts.flatMap(({ claims }) => Object.keys(claims ?? {}))
  const accepts = acts.flatMap(alternativesOf).flatMap(({ accept }) => accept ?? [])
  const verified = accepts.flatMap(({ claims }) => Object.keys(claims))
  return [...new Set([...plain, ...verified].map(sourceOf))]
}

/** Every authentication context any act accepts, whatever the circumstances, each once. */
export const acrValuesOf = (service: Service): readonly string[] => [
  ...new Set(
    Object.values(service.acts)
      .flatMap(alternativesOf)
      .flatMap(({ acrAnyOf }) => acrAnyOf ?? []),
  ),
]
