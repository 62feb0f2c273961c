import type { Requirement } from './decision.ts'

/** A moment after which a fact does not hold any more, in epoch milliseconds, with the name of that fact. */
export interface Lapse {
  readonly fact: string
  readonly at: number
}

/** A requirement together with the moment until which it holds, where it depends on time. */
export interface Finding {
  readonly requirement: Requirement
  readonly lapse?: Lapse
}

export const finding = (
  rule: string,
  remedy: NonNullable<Requirement['remedy']>,
  { expected, actual, pass, lapse }: { expected: string; actual: string; pass: boolean; lapse?: Lapse },
): Finding => ({
  requirement: { rule, expected, actual, pass, remedy: pass ? null : remedy },
  ...(lapse === undefined ? {} : { lapse }),
})

export const holds = (findings: readonly Finding[]): boolean => findings.every(({ requirement }) => requirement.pass)

/** The first of the moments at which something that is known now stops to hold. */
export const earliest = (findings: readonly Finding[]): Lapse | undefined => {
  let first: Lapse | undefined
  for (const { lapse } of findings)
    if (lapse !== undefined && (first === undefined || lapse.at < first.at)) first = lapse
  return first
}

export const lapseOf = (findings: readonly Finding[]): number => earliest(findings)?.at ?? Number.POSITIVE_INFINITY
