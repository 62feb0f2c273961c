import type { Members } from './json-text.ts'
import type { Tell } from './lie.ts'
import { userInfo } from './tellings.ts'
import type { Tools } from './tools.ts'

/** The members of an object; none of anything else. */
export const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Every object of `verified_claims`, of which there may be one or a list. */
export const mapVerifiedClaims = (value: unknown, change: (honest: Members) => Members): unknown =>
  Array.isArray(value) ? value.map((each) => change(membersOf(each))) : change(membersOf(value))

/** UserInfo in which every object of verified claims is another. */
export const verifiedClaims = (change: (honest: Members, tools: Tools) => Members): Tell =>
  userInfo(({ verified_claims }, tools) => ({
    verified_claims: mapVerifiedClaims(verified_claims, (honest) => change(honest, tools)),
  }))

/** UserInfo with whatever list is made of the first object of verified claims. */
export const everyVerifiedClaims = (change: (honest: Members) => readonly Members[]): Tell =>
  userInfo(({ verified_claims }) => ({
    verified_claims: change(membersOf(Array.isArray(verified_claims) ? verified_claims[0] : verified_claims)),
  }))

/** Other members of every `verification`. */
export const verification = (change: Members | ((tools: Tools, honest: Members) => Members)): Tell =>
  verifiedClaims((honest, tools) => {
    const was = membersOf(honest['verification'])
    return { ...honest, verification: { ...was, ...(typeof change === 'function' ? change(tools, was) : change) } }
  })

/** Other verified claims. */
export const verifiedClaim = (change: Members | ((honest: Members) => Members)): Tell =>
  verifiedClaims((honest) => {
    const was = membersOf(honest['claims'])
    return { ...honest, claims: { ...was, ...(typeof change === 'function' ? change(was) : change) } }
  })

/** Another date of expiry of every document. */
export const documentExpires = (date: (tools: Tools) => string | undefined): Tell =>
  verification((tools, honest) => ({
    evidence: listOf(honest['evidence']).map((each) => {
      const entry = membersOf(each)
      return { ...entry, document_details: { ...membersOf(entry['document_details']), date_of_expiry: date(tools) } }
    }),
  }))
