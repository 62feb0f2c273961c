import type { JsonObject } from '../json.ts'

/** One element of `verified_claims` in userinfo. */
export interface VerifiedEntry {
  readonly verification: JsonObject
  readonly claims: JsonObject
}
