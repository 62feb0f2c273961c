/** A map whose entries die; the clock is an argument so that a test can let time pass. */
export interface ExpiringMap<V> {
  get(key: string): V | undefined
  has(key: string): boolean
  set(key: string, value: V, seconds: number): void
  /** Replace the value without giving it more life. */
  update(key: string, value: V): void
  delete(key: string): void
}

const sweepAt = 5_000

export function expiringMap<V>(now: () => Date): ExpiringMap<V> {
  const entries = new Map<string, { value: V; until: number }>()
  const alive = (key: string) => {
    const entry = entries.get(key)
    if (entry && entry.until > now().getTime()) return entry
    entries.delete(key)
    return undefined
  }
  const sweep = () => {
    for (const key of entries.keys()) alive(key)
  }
  return {
    get: (key) => alive(key)?.value,
    has: (key) => alive(key) !== undefined,
    set(key, value, seconds) {
      if (entries.size >= sweepAt) sweep()
      entries.set(key, { value, until: now().getTime() + seconds * 1000 })
    },
    update(key, value) {
      const entry = alive(key)
      if (entry) entries.set(key, { value, until: entry.until })
    },
    delete: (key) => void entries.delete(key),
  }
}
