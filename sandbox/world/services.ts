import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, listOf, objectOf, textOf } from '../assembly/json.ts'

/** What an operator reads off a service file to register its client at eSignet. */
export interface ServiceFile {
  readonly id: string
  /** BCP 47 language → name. */
  readonly name: Readonly<Record<string, string>>
  readonly clientId: string
  readonly relyingPartyId: string
  readonly encryptedUserInfo: boolean
  readonly senderConstrained: boolean
  readonly acts: readonly string[]
  /** Every claim that some act asks for. */
  readonly claims: readonly string[]
  /** Every authentication context that some act accepts. */
  readonly acrs: readonly string[]
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** Nobody sends an age: what is asked for, and so has to be registered, is the birthdate it is made of. */
const registered = (claim: string): string => (/^age_over_\d\d$/.test(claim) ? 'birthdate' : claim)

const claimsOf = (act: unknown): readonly string[] => {
  const { claims, accept, risk } = objectOf(act)
  const accepts = [accept, ...listOf(risk).map((rule) => objectOf(rule)['accept'])].flatMap(listOf)
  const verified = accepts.flatMap((entry) => Object.keys(objectOf(objectOf(entry)['claims'])))
  return [...Object.keys(objectOf(claims)), ...verified].map(registered)
}

const acrsOf = (act: unknown): readonly string[] => {
  const { authentication, risk } = objectOf(act)
  const all = [authentication, ...listOf(risk).map((rule) => objectOf(rule)['authentication'])]
  return all.flatMap((each) => listOf(objectOf(each)['acrAnyOf']).map(textOf))
}

const serviceOf = (file: unknown): readonly ServiceFile[] => {
  if (!isObject(file) || !isObject(file['client']) || !isObject(file['acts'])) return []
  const acts = Object.values(file['acts'])
  return [
    {
      id: textOf(file['id']),
      name: Object.fromEntries(
        Object.entries(objectOf(file['name'])).map(([language, name]) => [language, textOf(name)]),
      ),
      clientId: textOf(file['client']['id']),
      relyingPartyId: textOf(file['client']['relyingPartyId']),
      encryptedUserInfo: file['client']['encryptedUserInfo'] === true,
      senderConstrained: file['client']['senderConstrained'] === true,
      acts: Object.keys(file['acts']),
      claims: unique(acts.flatMap(claimsOf)),
      acrs: unique(acts.flatMap(acrsOf)),
    },
  ]
}

/** Reads the service files as data. Files without acts (the vocabulary) are passed over. */
export const readServiceFiles = (directory: string): readonly ServiceFile[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => serviceOf(JSON.parse(readFileSync(join(directory, file), 'utf8'))))
