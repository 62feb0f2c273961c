import * as z from 'zod'

const requirement = z.object({
  rule: z.string(),
  expected: z.string(),
  actual: z.string(),
  pass: z.boolean(),
  remedy: z.string().nullish(),
})

const decision = z.looseObject({
  outcome: z.string(),
  validUntil: z.string().optional(),
  requirements: z.array(requirement),
})

export type JourneyDecision = z.infer<typeof decision>

const verifiedClaims = z.looseObject({
  trustFramework: z.string().optional(),
  claims: z.record(z.string(), z.unknown()),
})

/** What a service's page reads from `GET /{service}/session`, as far as a journey looks at it. */
export const sessionAnswer = z.object({
  subject: z.string(),
  acts: z.record(z.string(), decision),
  claims: z.record(z.string(), z.unknown()),
  verifiedClaims: z.array(verifiedClaims),
})

export type SessionAnswer = z.infer<typeof sessionAnswer>
