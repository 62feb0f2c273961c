import type { Address, Identity, Localised } from '../identity.ts'
import { fieldFor } from './claim-mapping.ts'

/**
 * A claim as members of the payload: `{name}` for none or one language, `{name#eng, name#khm}` for several.
 * A language without a value gives the empty string, not absence. An empty object when there is nothing at all.
 * @param languages ISO 639-3 codes, at least one
 */
export function claimMembers(
  identity: Identity,
  claim: string,
  languages: readonly string[],
): Record<string, string | Record<string, string>> {
  const field = fieldFor(claim)
  if (field === undefined) return {}
  if (field === 'address') {
    const members = identity.address ? addressMembers(identity.address, languages) : {}
    return Object.keys(members).length > 0 ? { [claim]: members } : {}
  }
  return localised(claim, identity[field], languages)
}

function localised(name: string, value: Localised | undefined, languages: readonly string[]): Record<string, string> {
  if (value === undefined) return {}
  if (typeof value === 'string') return { [name]: value }
  const inLanguage = (language: string) => value.find((entry) => entry.language === language)?.value ?? ''
  const [only = '', ...more] = languages
  if (more.length === 0) return { [name]: inLanguage(only) }
  return Object.fromEntries(languages.map((language) => [`${name}#${language}`, inLanguage(language)]))
}

function addressMembers(address: Address, languages: readonly string[]): Record<string, string> {
  return {
    ...localised('street_address', address.streetAddress, languages),
    ...localised('locality', address.locality, languages),
    ...localised('region', address.region, languages),
    ...localised('country', address.country, languages),
  }
}
