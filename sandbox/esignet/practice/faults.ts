import { settings } from '../settings.ts'

/** Faults that can be switched on; a name outside this list is refused. README.md says what each does. */
export const faultNames = [
  'token-500',
  'token-hangs',
  'par-500',
  'jwks-500',
  'userinfo-401',
  'kid-missing-from-jwks',
  'discovery-500',
  'slow-discovery',
  'slow-jwks',
  'slow-par',
  'slow-token',
  'slow-userinfo',
  'token-html',
  'identity-system-down',
  'userinfo-aud-is-partner',
  'redirect-without-iss',
  'acr-fallback',
  'acr-two-values',
  'jwks-kid-differs',
  'clock-ahead',
] as const

export type FaultName = (typeof faultNames)[number]

export function isFaultName(name: unknown): name is FaultName {
  return faultNames.some((known) => known === name)
}

export interface Faults {
  /** Switch a fault on, for the next `times` calls or until cleared; null clears all. */
  set(name: FaultName | null, times?: number, milliseconds?: number): void
  /** How long a `slow-…` fault delays. */
  delayOf(name: FaultName): number | undefined
  /** Whether the fault strikes now; uses up one of its times. */
  strikes(name: FaultName): boolean
  active(): readonly FaultName[]
}

export function newFaults(): Faults {
  const left = new Map<FaultName, number>()
  const delays = new Map<FaultName, number>()
  return {
    set(name, times = Number.POSITIVE_INFINITY, milliseconds = settings.slowMillis) {
      if (name === null) return left.clear()
      left.set(name, times)
      delays.set(name, milliseconds)
    },
    strikes(name) {
      const times = left.get(name) ?? 0
      if (times <= 0) return false
      left.set(name, times - 1)
      if (times <= 1) left.delete(name)
      return true
    },
    delayOf: (name) => delays.get(name),
    active: () => [...left.keys()],
  }
}
