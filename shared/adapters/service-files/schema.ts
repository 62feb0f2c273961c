import * as z from 'zod'
import { isDuration } from '../../domain/policy/duration.ts'
import type { Service, Vocabulary } from '../../domain/policy/service.ts'

/** Ids appear in URLs, cookie names and keys; so they are small words. */
const id = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'lower-case letters, digits and hyphens, starting with a letter')
const duration = z.string().refine(isDuration, 'an ISO 8601 duration such as PT30M, P5D or P1Y')
const text = z.string().min(1).max(200)
/** eSignet decodes `claims` twice, so a percent sign breaks the request. */
const claimName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/, 'a claim name')
const wish = z.enum(['essential', 'voluntary'])
/** What a browser reads as a path and as nothing else: `//host` and `/\\host` are other hosts to it. */
const portalPath = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/
/** A two-letter code makes eSignet answer verified claims with empty texts. */
const language = z.string().regex(/^[a-z]{3}$/, 'an ISO 639-3 code of three letters, such as eng')
/** Names of keys end up in aliases and in the ids of constructs. */
const keyName = z.string().regex(/^[a-z0-9]{1,20}$/, 'up to 20 lower-case letters and digits, such as 2027')
const claims = z.record(claimName, wish)
const authenticationContext = z.string().regex(/^[\x21-\x24\x26-\x7e]+$/, 'an acr value without spaces')
/** eSignet refuses constraint values of fewer than three characters. */
const framework = z.string().min(3).max(100)

const acceptance = z.strictObject({
  declared: z.boolean().exactOptional(),
  trustFrameworks: z.array(framework).min(1),
  assuranceLevel: z.strictObject({ atLeast: text }).exactOptional(),
  verifiedWithin: duration.exactOptional(),
  verifiers: z.array(text).min(1).exactOptional(),
  evidence: z
    .strictObject({
      anyOf: z
        .array(
          z.strictObject({
            type: z.enum(['document', 'electronic_record', 'vouch', 'electronic_signature']),
            documents: z.array(text).min(1).exactOptional(),
          }),
        )
        .min(1),
      notExpired: z.boolean().exactOptional(),
    })
    .exactOptional(),
  claims: claims.refine((wishes) => Object.keys(wishes).length > 0, 'at least one claim'),
})

const act = z.strictObject({
  authentication: z.strictObject({ acrAnyOf: z.array(authenticationContext).min(1), maxAge: duration }),
  claims: claims.exactOptional(),
  accept: z.array(acceptance).min(1).exactOptional(),
})

/** What a file in `services/` must be. Strict: a misspelt member is an error and not a rule that silently never applies. */
export const serviceSchema: z.ZodType<Service> = z.strictObject({
  $schema: z.string().exactOptional(),
  id,
  name: z.record(z.string(), text),
  provider: id,
  client: z
    .strictObject({
      id: text,
      relyingPartyId: text,
      encryptedUserInfo: z.boolean().exactOptional(),
      decryptionKeys: z
        .array(keyName)
        .min(1)
        .max(2)
        .refine((names) => new Set(names).size === names.length, 'different names')
        .exactOptional(),
      senderConstrained: z.boolean().exactOptional(),
    })
    .refine(({ encryptedUserInfo, decryptionKeys }) => decryptionKeys === undefined || encryptedUserInfo === true, {
      path: ['decryptionKeys'],
      message: 'only with encryptedUserInfo: true',
    }),
  returnTo: z
    .array(
      z.union([z.string().regex(portalPath, 'a path of the portal such as /app/'), z.url({ protocol: /^https$/ })]),
    )
    .min(1),
  purpose: z.url(),
  retention: duration,
  session: z.strictObject({ maxAge: duration }),
  claimsLocales: z.array(language).min(1).exactOptional(),
  acts: z.record(id, act).refine((acts) => Object.keys(acts).length > 0, 'at least one act'),
})

export const vocabularySchema: z.ZodType<Vocabulary> = z.strictObject({
  trustFrameworks: z.record(framework, z.strictObject({ name: text, levels: z.array(text) })),
})
