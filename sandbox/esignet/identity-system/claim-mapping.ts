import type { IdentityField } from '../identity.ts'

/** The identity system's mapping, OIDC claim → identity field. A claim outside it is never released. */
const mapping: ReadonlyMap<string, IdentityField> = new Map<string, IdentityField>([
  ['name', 'fullName'],
  ['given_name', 'givenName'],
  ['family_name', 'familyName'],
  ['birthdate', 'dateOfBirth'],
  ['gender', 'gender'],
  ['email', 'email'],
  ['phone_number', 'phone'],
  ['address', 'address'],
  ['locale', 'preferredLang'],
  // A claim of this deployment, not of the default release.
  ['country', 'country'],
])

/** The field behind a claim, or undefined for a claim the mapping does not know. */
export function fieldFor(claim: string): IdentityField | undefined {
  return mapping.get(claim)
}
