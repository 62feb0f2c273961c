import * as z from 'zod'
import { decisionShape, remedyShape, requirementShape } from './decision-body.ts'

/**
 * What leaves the doors of the back channel, for the description of the interface. Tests hold every answer against these; the
 * allow-lists of the doors decide what really leaves.
 */
const moment = z.string().meta({ format: 'date-time' })

const claimValues = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.record(z.string(), z.string())]))
  .meta({ description: 'By name, with a language where one was given, as in name#km.' })

const evidenceShape = z.strictObject({
  type: z.enum(['document', 'electronic_record', 'vouch', 'electronic_signature']),
  document: z.string().exactOptional(),
  issuer: z.string().exactOptional(),
  expires: z.string().exactOptional().meta({ format: 'date' }),
  checkMethods: z.array(z.string()),
})

const verifiedShape = z.strictObject({
  id: z.string(),
  origin: z.enum(['asserted', 'declared']),
  trustFramework: z.string(),
  assuranceLevel: z.string().exactOptional(),
  verifiers: z.array(z.string()),
  time: moment.exactOptional(),
  timeZoneAssumed: z.literal(true).exactOptional(),
  evidence: z.array(evidenceShape),
  conflicts: z.array(z.string()).exactOptional(),
  validUntil: moment.exactOptional(),
  claims: claimValues,
})

export const claimsShape = z.strictObject({
  subject: z.string(),
  act: z.string(),
  validUntil: moment.exactOptional(),
  lapsesFirst: z.string().exactOptional(),
  claims: claimValues,
  verifiedClaims: z.array(verifiedShape),
  actHash: z.string(),
  factsDigest: z.string(),
  decidedAt: moment,
})

export const erasureShape = z.strictObject({
  subject: z.string(),
  erased: z.strictObject({
    keys: z.int().nonnegative(),
    sessions: z.int().nonnegative(),
    records: z.int().nonnegative(),
  }),
  receipt: z.string().meta({ description: 'A JWS of type erasure-receipt+jwt.' }),
})

export const evaluationAnswerShape = z.strictObject({
  decision: z.boolean(),
  context: z.union([
    z.strictObject({ reason: z.string(), ...decisionShape.shape }),
    z.strictObject({ reason: z.enum(['subject-unknown', 'subject-erased']), title: z.string() }),
  ]),
})

/** RFC 9457, and what some refusals add. */
export const problemShape = z.strictObject({
  type: z.string().meta({ format: 'uri' }),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  traceId: z.string(),
  path: z.string().exactOptional().meta({ description: 'JSON Pointer, with body-invalid.' }),
  outcome: z.string().exactOptional().meta({ description: 'With act-not-permitted, as the two below.' }),
  requirements: z.array(requirementShape).exactOptional(),
  remedy: remedyShape.nullable().exactOptional(),
})
