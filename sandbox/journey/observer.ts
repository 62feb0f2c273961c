import * as z from 'zod'
import type { ReleasedMetadata } from '../personas.ts'

const calls = z.object({ total: z.number(), by: z.record(z.string(), z.number()) })

const countersShape = z.object({ kms: calls, dynamodb: calls, esignet: calls })

export type Counted = z.infer<typeof countersShape>

const worldShape = z.object({
  urls: z.object({ api: z.string(), esignet: z.string(), home: z.string() }),
  verificationMetadata: z.enum(['oidc4ida', 'as-mock', 'nothing']),
  encrypts: z.boolean(),
})

/** A running practice world, seen through its start page. */
export interface Observed {
  readonly api: string
  readonly verificationMetadata: ReleasedMetadata
  readonly encrypts: boolean
  readonly counters: () => Promise<Counted>
}

/** No world answers where one was said to be. */
export class NoWorld extends Error {}

const ask = async (url: string): Promise<unknown> => {
  try {
    const response = await fetch(url)
    return await response.json()
  } catch {
    throw new NoWorld(`No practice world answers at ${new URL(url).origin}. Start one with "npm start".`)
  }
}

/** Meets a running world at its start page. Throws {@link NoWorld}. */
export const observe = async (home: string): Promise<Observed> => {
  const world = worldShape.safeParse(await ask(`${home}/world`))
  if (!world.success) throw new NoWorld(`What answers at ${home} is not the start page of a practice world.`)
  return {
    api: world.data.urls.api,
    verificationMetadata: world.data.verificationMetadata,
    encrypts: world.data.encrypts,
    counters: async () => countersShape.parse(await ask(`${home}/counters`)),
  }
}

const difference = (before: z.infer<typeof calls>, after: z.infer<typeof calls>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(after.by)
      .map(([name, count]) => [name, count - (before.by[name] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  )

/** What was called between two looks, by whom it was asked of. */
export interface CallsBetween {
  readonly kms: Readonly<Record<string, number>>
  readonly dynamodb: Readonly<Record<string, number>>
  readonly provider: Readonly<Record<string, number>>
}

export const callsBetween = (before: Counted, after: Counted): CallsBetween => ({
  kms: difference(before.kms, after.kms),
  dynamodb: difference(before.dynamodb, after.dynamodb),
  provider: difference(before.esignet, after.esignet),
})

export const total = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0)
