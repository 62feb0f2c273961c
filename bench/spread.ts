import type { Size } from './measure-functions.ts'

/** Median, ninth decile and maximum of line counts, as columns of a table. */
export const spread = (what: string, sizes: readonly Size[]): Readonly<Record<string, number>> => {
  const sorted = sizes.map(({ lines }) => lines).sort((one, other) => one - other)
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { [`${what} median`]: at(0.5), [`${what} p90`]: at(0.9), [`${what} max`]: at(1) }
}
