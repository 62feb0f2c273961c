import * as z from 'zod'
import type { Context, Facts } from '../../shared/domain/policy/decision.ts'
import { Sentence } from '../build/sentence.mjs'
import { BadArguments } from './command.ts'
import { readJson } from './documents.ts'

const names = z.array(z.string())
const instant = z.iso.datetime({ offset: true })

const verification = z.strictObject({
  id: z.string().min(1),
  origin: z.enum(['asserted', 'declared']),
  trustFramework: z.string(),
  assuranceLevel: z.string().exactOptional(),
  time: z.strictObject({ at: instant, zoneAssumed: z.literal(true).exactOptional() }).exactOptional(),
  verificationProcess: z.string().exactOptional(),
  verifiers: names,
  evidence: z.array(
    z.strictObject({
      type: z.enum(['document', 'electronic_record', 'vouch', 'electronic_signature']),
      kind: z.string().exactOptional(),
      issuer: z.string().exactOptional(),
      expires: z.iso.date().exactOptional(),
      checkMethods: names,
    }),
  ),
  claimNames: names,
  conflicts: names.exactOptional(),
  obtainedFor: z.string().exactOptional(),
  consented: z.boolean().exactOptional(),
  validUntil: instant.exactOptional(),
})

/** Strict, so that a file with values of claims is refused instead of read: decisions are made of metadata only. */
const factsSchema: z.ZodType<Facts> = z.strictObject({
  authentication: z.strictObject({ acr: names, authTime: z.number().int().nonnegative() }),
  claimNames: names,
  verifications: z.array(verification),
})

const peopleSchema: z.ZodType<readonly KnownPerson[]> = z.array(
  z.strictObject({ id: z.string().min(1), service: z.string().min(1), facts: factsSchema }),
)

/** What is known of one person at one service; `id` is opaque, such as the pairwise subject. */
export interface KnownPerson {
  readonly id: string
  readonly service: string
  readonly facts: Facts
}

/** @throws Sentence that names every place which is no metadata */
export const readFacts = (file: string): Promise<Facts> => read(file, factsSchema)

/** @throws Sentence */
export const readPeople = (file: string): Promise<readonly KnownPerson[]> => read(file, peopleSchema)

const read = async <Value>(file: string, schema: z.ZodType<Value>): Promise<Value> => {
  const result = schema.safeParse(await readJson(file, Date.now))
  if (result.success) return result.data
  // Names of members and kinds only: what stands in the file may be about a person.
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.') || '(top)'}: ${message}`)
  throw new Sentence(`${file} holds no facts:\n${lines.join('\n')}`)
}

const contextSchema: z.ZodType<Context> = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** `{"amount": 12000}`. @throws BadArguments */
export const contextOf = (text: string | undefined): Context => {
  if (text === undefined) return {}
  try {
    return contextSchema.parse(JSON.parse(text))
  } catch {
    throw new BadArguments(
      '--context must be a JSON object of texts, numbers, true and false, such as {"amount": 12000}.',
    )
  }
}

/** Epoch milliseconds of `2030-01-31T10:00:00Z`. @throws BadArguments */
export const timeOf = (text: string | undefined, now: () => number): number => {
  if (text === undefined) return now()
  if (instant.safeParse(text).success) return Date.parse(text)
  throw new BadArguments('--now must be a moment such as 2030-01-31T10:00:00Z.')
}
