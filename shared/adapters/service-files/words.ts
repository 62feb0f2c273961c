import * as z from 'zod'
import { isDuration } from '../../domain/policy/duration.ts'

/**
 * The words that service files and the vocabulary are written in. What an editor shows (title, description, examples) and
 * what a refusal says stand beside the rule itself, so that they cannot tell different things.
 */

/** Ids appear in URLs, cookie names and keys; so they are small words. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/, 'lower-case letters, digits and hyphens, starting with a letter')

/** A refinement is not seen by a JSON Schema; the pattern says the same to editors. */
export const duration = z
  .string()
  .refine(isDuration, 'an ISO 8601 duration such as PT30M, P5D or P1Y')
  .meta({ pattern: '^P(?=\\d|T\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?$' })

export const text = z.string().min(1).max(200)

/** eSignet decodes `claims` twice, so a percent sign breaks the request. */
export const claimName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/, 'a claim name')

export const wish = z.enum(['essential', 'voluntary']).meta({
  title: 'How much a claim is wanted',
  description: 'essential: without it the act does not go through. voluntary: welcome, and may be missing.',
})

export const claims = z.record(claimName, wish)

/** Circumstances are named by the service; a name is an ordinary word, so that none is a member every object has of itself. */
export const circumstance = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/, 'a name such as amount')

/** A two-letter code makes eSignet answer verified claims with empty texts. */
export const language = z.string().regex(/^[a-z]{3}$/, 'an ISO 639-3 code of three letters, such as eng')

/** Names of keys end up in aliases and in the ids of constructs. */
export const keyName = z.string().regex(/^[a-z0-9]{1,20}$/, 'up to 20 lower-case letters and digits, such as 2027')

export const authenticationContext = z.string().regex(/^[\x21-\x24\x26-\x7e]+$/, 'an acr value without spaces')

/** eSignet refuses constraint values of fewer than three characters. */
export const framework = z.string().min(3).max(100)

/** What a browser reads as a path and as nothing else: `//host` and `/\\host` are other hosts to it. */
const portalPath = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/

export const placeOfReturn = z.union(
  [z.string().regex(portalPath, 'a path of the portal such as /app/'), z.url({ protocol: /^https$/ })],
  'a path of the portal such as /app/, or an absolute https URL',
)

/** A record that may not be empty; JSON Schema does not see refinements. */
export const atLeastOne = <Key extends z.ZodString, Value extends z.ZodType>(key: Key, value: Value, what: string) =>
  z
    .record(key, value)
    .refine((members) => Object.keys(members).length > 0, `at least one ${what}`)
    .meta({ minProperties: 1 })
