/** One call as it is remembered: who asked what of whom, and how it ended. Never what was said. */
export interface RecordedCall {
  readonly principal: string
  readonly service: string
  readonly operation: string
  /** `ok`, `denied`, `fault` (injected), or the short name of the error. */
  readonly outcome: string
}

export interface CallCount extends RecordedCall {
  readonly count: number
}

/** One refused permission: what the role lacked, in the words of its policy. */
export interface Denial {
  readonly principal: string
  readonly service: string
  readonly operation: string
  readonly action: string
  readonly resource: string
  readonly message: string
}

export interface Counters {
  record(call: RecordedCall): void
  recordDenial(denial: Denial): void
  counts(): readonly CallCount[]
  denials(): readonly Denial[]
  reset(): void
}

/** Denials are kept up to a bound, so that a loop that is refused cannot fill the memory. */
const mostDenials = 1000

export function openCounters(onCall?: (call: RecordedCall) => void): Counters {
  const counts = new Map<string, CallCount>()
  const denials: Denial[] = []
  return {
    record(call) {
      const key = JSON.stringify([call.principal, call.service, call.operation, call.outcome])
      counts.set(key, { ...call, count: (counts.get(key)?.count ?? 0) + 1 })
      onCall?.(call)
    },
    recordDenial(denial) {
      if (denials.length < mostDenials) denials.push(denial)
    },
    counts: () => [...counts.values()],
    denials: () => [...denials],
    reset() {
      counts.clear()
      denials.length = 0
    },
  }
}
