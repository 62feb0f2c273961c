import * as z from 'zod'
import type { Decision } from '../../domain/policy/decision.ts'

export const requirementShape = z.strictObject({
  rule: z.string(),
  expected: z.string(),
  actual: z.string(),
  pass: z.boolean(),
  remedy: z.string().nullable(),
})

export const remedyShape = z.strictObject({
  kind: z.enum(['re-authenticate', 'step-up', 're-verify', 'consent']),
  consentTo: z.array(z.string()).exactOptional(),
  url: z.string().exactOptional().meta({ description: 'Where to send the person; add return_to.' }),
})

/** The shape of a decision as it leaves, also for the description of the interface. */
export const decisionShape = z.strictObject({
  subject: z.string(),
  act: z.string(),
  outcome: z.enum(['permit', 're-authenticate', 'step-up', 're-verify', 'consent', 'manual-review', 'deny']),
  requirements: z.array(requirementShape),
  remedy: remedyShape.nullable(),
  explanation: z.string().exactOptional(),
  validUntil: z.string().exactOptional(),
  lapsesFirst: z.string().exactOptional(),
  actHash: z.string(),
  factsDigest: z.string(),
  decidedAt: z.string(),
})

/** Of whom and what a decision is, and under which address its remedy begins. */
export interface Decided {
  readonly service: string
  readonly subject: string
  readonly act: string
  readonly decision: Decision
  readonly publicUrl: string
}

/** A decision for a back end. An allow-list: what is not named here does not leave. */
export const decisionBody = ({ subject, act, decision, ...at }: Decided): z.infer<typeof decisionShape> => ({
  subject,
  act,
  outcome: decision.outcome,
  requirements: [...decision.requirements],
  remedy: remedyBody({ act, decision, ...at }),
  ...(decision.explanation === undefined ? {} : { explanation: decision.explanation }),
  ...(decision.validUntil === undefined ? {} : { validUntil: decision.validUntil }),
  ...(decision.lapsesFirst === undefined ? {} : { lapsesFirst: decision.lapsesFirst }),
  actHash: decision.actHash,
  factsDigest: decision.factsDigest,
  decidedAt: decision.decidedAt,
})

/** What the provider will be asked is the login door's to say; the service needs the address of that door. */
export const remedyBody = ({
  service,
  act,
  decision: { remedy },
  publicUrl,
}: Omit<Decided, 'subject'>): z.infer<typeof remedyShape> | null =>
  remedy === null
    ? null
    : {
        kind: remedy.kind,
        ...(remedy.consentTo === undefined ? {} : { consentTo: [...remedy.consentTo] }),
        ...(remedy.ask === undefined ? {} : { url: `${publicUrl}/${service}/login?${new URLSearchParams({ act })}` }),
      }
