/** Faults that can be switched on; a name outside this list is refused. */
export const faultNames = [
  'token-500',
  'token-hangs',
  'par-500',
  'jwks-500',
  'userinfo-401',
  'kid-missing-from-jwks',
  'discovery-500',
] as const

export type FaultName = (typeof faultNames)[number]

export function isFaultName(name: unknown): name is FaultName {
  return faultNames.some((known) => known === name)
}

export interface Faults {
  /** Switch a fault on, for the next `times` calls or until cleared; null clears all. */
  set(name: FaultName | null, times?: number): void
  /** Whether the fault strikes now; uses up one of its times. */
  strikes(name: FaultName): boolean
  active(): readonly FaultName[]
}

export function newFaults(): Faults {
  const left = new Map<FaultName, number>()
  return {
    set(name, times = Number.POSITIVE_INFINITY) {
      if (name === null) left.clear()
      else left.set(name, times)
    },
    strikes(name) {
      const times = left.get(name) ?? 0
      if (times <= 0) return false
      left.set(name, times - 1)
      if (times <= 1) left.delete(name)
      return true
    },
    active: () => [...left.keys()],
  }
}
