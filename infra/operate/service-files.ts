import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { openDirectory } from '../../shared/adapters/service-files/directory.ts'
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
}

/** An act and where it stands. */
export interface PlacedAct {
  readonly file: string
  /** `acts.open-account` */
  readonly path: string
  readonly name: string
  readonly act: Act
}

/** @throws BadArguments when there is no such file, Sentence when the schema refuses it */
export const readServiceFile = async (file: string): Promise<ServiceFile> => {
  const content = await readJson(file, Date.now).catch((error: unknown) => {
    throw error instanceof Sentence ? new BadArguments(error.message) : error
  })
  const vocabularyFile = await readJson(join(dirname(file), 'vocabulary.json'), Date.now)
  try {
    const name = basename(file)
    const directory = openDirectory({ [name]: content }, vocabularyFile, {})
    const service = directory.find(isObject(content) ? (textIn(content, 'id') ?? '') : '')
    if (service === undefined) throw new Error(`${file} holds no service.`)
    return { file, service, vocabulary: directory.vocabulary }
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : `${file} cannot be used.`)
  }
}

/** Every service file of the folder, or the one that is named. @throws BadArguments, Sentence */
export const readServiceFiles = async (which: string, folder = 'services'): Promise<readonly ServiceFile[]> => {
  if (which !== 'all') return [await readServiceFile(which)]
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== 'vocabulary.json').sort()
  return Promise.all(files.map((file) => readServiceFile(join(folder, file))))
}

export const actsOf = ({ file, service }: ServiceFile): readonly PlacedAct[] =>
  Object.entries(service.acts).map(([name, act]) => ({ file, path: `acts.${name}`, name, act }))

/** Every claim any act asks for, plain or verified, each once. */
export const claimsOf = (service: Service): readonly string[] => {
  const acts = Object.values(service.acts)
  const plain = acts.flatMap(({ claims }) => Object.keys(claims ?? {}))
  const verified = acts.flatMap(({ accept }) => (accept ?? []).flatMap(({ claims }) => Object.keys(claims)))
  return [...new Set([...plain, ...verified])]
}

/** Every authentication context any act accepts, each once. */
export const acrValuesOf = (service: Service): readonly string[] => [
  ...new Set(Object.values(service.acts).flatMap(({ authentication }) => authentication.acrAnyOf)),
]
