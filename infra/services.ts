import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkFiles } from '../shared/adapters/service-files/check.ts'
import { type Mistake, tellMistakes } from '../shared/adapters/service-files/mistake.ts'
import { acrValues } from '../shared/providers/index.ts'
import { Sentence } from './build/sentence.mjs'

/** What the ground needs to know of a relying-party service: its id and who identifies its people. */
export interface Service {
  readonly id: string
  readonly provider: string
  /** Whether its provider encrypts UserInfo for it. */
  readonly encryptedUserInfo?: boolean
  /** Names of the keys to which it may be encrypted, newest first. Absent: one, without a name. */
  readonly decryptionKeys?: readonly string[]
}

const vocabularyName = 'vocabulary.json'

/**
 * Reads every service file and the vocabulary beside them, as the functions will at their start: what they would refuse does
 * not get as far as a template. Sorted by id, so that the template does not depend on the order of a directory.
 *
 * @throws Sentence with every mistake in every file, or when there is no service at all
 */
export function readServices(directory = 'services'): readonly Service[] {
  const names = readdirSync(directory).filter((file) => file.endsWith('.json'))
  const serviceNames = names.filter((name) => name !== vocabularyName)
  if (serviceNames.length === 0) throw new Sentence(`No service file in ${directory}/.`)
  const read = names.map((name) => [name, readJson(directory, name)] as const)
  const broken = read.flatMap(([, content]) => (content.ok ? [] : [content.mistake]))
  if (broken.length > 0) throw new Sentence(tellMistakes(broken))
  const contents = new Map(read.map(([name, content]) => [name, content.ok ? content.value : undefined]))
  const files = Object.fromEntries(serviceNames.map((name) => [name, contents.get(name)]))
  const checked = checkFiles(files, contents.get(vocabularyName), { acrValues })
  if (!checked.ok) throw new Sentence(tellMistakes(checked.mistakes))
  return checked.value.services
    .map(({ id, provider, client: { encryptedUserInfo, decryptionKeys } }) => ({
      id,
      provider,
      ...(encryptedUserInfo === true && { encryptedUserInfo }),
      ...(decryptionKeys !== undefined && { decryptionKeys }),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

type Content = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly mistake: Mistake }

function readJson(directory: string, file: string): Content {
  try {
    return { ok: true, value: JSON.parse(readFileSync(join(directory, file), 'utf8')) }
  } catch (error) {
    const found = error instanceof SyntaxError ? error.message : 'nothing readable'
    return { ok: false, mistake: { file, path: '', found, expected: 'JSON' } }
  }
}
