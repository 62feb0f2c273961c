import * as z from 'zod'
import type { AuditEvent } from '../../../domain/audit/event.ts'
import type { Session } from '../../../domain/session/session.ts'
import type { LastLogin, SealedClaims, SealedPlainClaims } from '../../../domain/verified-claims/sealed-claims.ts'
import { sha256 } from '../../../kernel/sha256.ts'

/** How our data lies in the tables. Keys are built here and nowhere else. */

export const ownerOf = (service: string, subject: string): string => `SVC#${service}#SUB#${subject}`

/** Sorts a subject's facts by framework and time; the id makes the same statement the same row, however often it arrives. */
export const factOf = ({ verification }: SealedClaims): string =>
  `VC#${short(verification.trustFramework)}#${verification.time?.at ?? 'untimed'}#${verification.id}`

/** A key of DynamoDB has at most 1024 bytes to sort by; a framework may have 1024 letters, each of three. */
const short = (name: string): string => (Buffer.byteLength(name) <= 256 ? name : sha256(name))

export const verifiedClaimsRow = (claims: SealedClaims, keepUntil: number) => ({
  owner: ownerOf(claims.service, claims.subject),
  fact: factOf(claims),
  ...claims,
  expiresAt: keepUntil,
})

export const plainFact = 'PLAIN'

export const plainClaimsRow = (service: string, subject: string, claims: SealedPlainClaims, keepUntil: number) => ({
  owner: ownerOf(service, subject),
  fact: plainFact,
  ...claims,
  expiresAt: keepUntil,
})

/** One per subject; each login replaces it. It stays when the session is over, so that a decision can say how long ago it was. */
export const loginFact = 'LOGIN'

export const lastLoginRow = ({ service, subject, acr, authTime }: Session, keyId: string, keepUntil: number) => ({
  owner: ownerOf(service, subject),
  fact: loginFact,
  acr,
  authTime,
  keyId,
  expiresAt: keepUntil,
})

const sessionFact = 'SESSION#'

/** Sessions lie under hashes of their secrets; this is how those of one person are found again, when they must end. */
export const sessionPointerRow = ({ service, subject, sessionHash, expiresAt }: Session) => ({
  owner: ownerOf(service, subject),
  fact: `${sessionFact}${sessionHash}`,
  expiresAt,
})

/** The hash of the session a row points to; `undefined` for a row that is no pointer. */
export const pointedSession = (fact: string): string | undefined =>
  fact.startsWith(sessionFact) ? fact.slice(sessionFact.length) : undefined

export const isVerifiedFact = (fact: string): boolean => fact.startsWith('VC#')

/** Audit rows are kept ten years: anti-money-laundering law asks for five after the end of a business relationship. */
export const auditTermSeconds = 10 * 366 * 24 * 60 * 60

export const auditRow = (event: AuditEvent) => ({
  day: event.at.slice(0, 10),
  entry: `${event.at}#${event.id}`,
  ...event,
  expiresAt: Math.floor(Date.parse(event.at) / 1000) + auditTermSeconds,
})

const verification = z.object({
  id: z.string(),
  origin: z.enum(['asserted', 'declared']),
  trustFramework: z.string(),
  assuranceLevel: z.string().exactOptional(),
  time: z.object({ at: z.string(), zoneAssumed: z.literal(true).exactOptional() }).exactOptional(),
  verificationProcess: z.string().exactOptional(),
  verifiers: z.array(z.string()),
  evidence: z.array(
    z.object({
      type: z.enum(['document', 'electronic_record', 'vouch', 'electronic_signature']),
      kind: z.string().exactOptional(),
      issuer: z.string().exactOptional(),
      expires: z.string().exactOptional(),
      checkMethods: z.array(z.string()),
    }),
  ),
  claimNames: z.array(z.string()),
  conflicts: z.array(z.string()).exactOptional(),
})

export const sealedClaimsRow: z.ZodType<SealedClaims> = z.object({
  service: z.string(),
  subject: z.string(),
  verification,
  values: z.record(z.string(), z.string()),
  keyId: z.string(),
  receivedAt: z.string(),
})

export const plainRow: z.ZodType<SealedPlainClaims> = z.object({
  values: z.record(z.string(), z.string()),
  keyId: z.string(),
})

export const loginRow: z.ZodType<LastLogin> = z.object({
  acr: z.array(z.string()),
  authTime: z.number(),
  keyId: z.string(),
})

export const sessionRow: z.ZodType<Session> = z.object({
  sessionHash: z.string(),
  service: z.string(),
  subject: z.string(),
  act: z.string(),
  acr: z.array(z.string()),
  authTime: z.number(),
  facts: z.array(z.string()),
  claimNames: z.array(z.string()),
  factsDigest: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
})
