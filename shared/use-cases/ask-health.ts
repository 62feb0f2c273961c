import type { HealthCheck } from '../ports/health-checks.ts'

export interface Health {
  readonly healthy: boolean
  readonly checks: Readonly<Record<string, 'reachable' | 'not reachable'>>
}

/** Asks everything we need at once; one that does not answer does not keep the others from being told. */
export const askHealth = (world: { readonly healthChecks: readonly HealthCheck[] }) => async (): Promise<Health> => {
  const answers = await Promise.allSettled(world.healthChecks.map((check) => check.ask()))
  const checks = world.healthChecks.map(({ name }, index): [string, 'reachable' | 'not reachable'] => [
    name,
    answers[index]?.status === 'fulfilled' ? 'reachable' : 'not reachable',
  ])
  return { healthy: checks.every(([, answer]) => answer === 'reachable'), checks: Object.fromEntries(checks) }
}
