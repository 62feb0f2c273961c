import * as z from 'zod'
import type { Ask } from '../../../../shared/domain/policy/authorization-request.ts'

const constraint = z.strictObject({ value: z.string().exactOptional(), values: z.array(z.string()).exactOptional() })

/** Strict where a surprise would matter: a member that is not listed here is none that eSignet was asked for before. */
const entry = z.strictObject({
  verification: z.strictObject({
    trust_framework: constraint,
    assurance_level: constraint.nullable(),
    time: z.null(),
    verification_process: z.null().exactOptional(),
    evidence: z
      .array(
        z.strictObject({
          type: z.strictObject({ value: z.string() }),
          check_details: z.array(z.record(z.string(), z.null())).exactOptional(),
          document_details: z.record(z.string(), z.unknown()).exactOptional(),
          record: z.record(z.string(), z.unknown()).exactOptional(),
          attestation: z.record(z.string(), z.unknown()).exactOptional(),
          signature_type: z.null().exactOptional(),
          issuer: z.null().exactOptional(),
        }),
      )
      .min(1)
      .exactOptional(),
  }),
  claims: z.record(z.string(), z.strictObject({ essential: z.literal(true) }).nullable()),
})

export type AskedEntry = z.infer<typeof entry>

/** The `verified_claims` of a request as a list, and nothing when there are none. */
export const entriesOf = ({ claims }: Ask): readonly AskedEntry[] => {
  const asked = claims.userinfo['verified_claims']
  return asked === undefined ? [] : z.array(entry).parse(Array.isArray(asked) ? asked : [asked])
}

/** The plain claims of a request. */
export const plainOf = ({ claims }: Ask): Readonly<Record<string, unknown>> => {
  const { verified_claims: _verified, ...plain } = claims.userinfo
  return plain
}

export const frameworksOf = ({ verification }: AskedEntry): readonly string[] => {
  const { value, values } = verification.trust_framework
  return [...(value === undefined ? [] : [value]), ...(values ?? [])]
}
