import { type Finding, fine } from '../finding.ts'
import { checks } from './checks/index.ts'
import type { Patient } from './patient.ts'

export interface Diagnosis {
  /** Where the release departs from the standards and is spoken to accordingly: known, and nothing to be done about. */
  readonly deviations: Patient['release']['profile']['deviations']
  readonly findings: readonly Finding[]
  readonly notLookedAt: readonly { readonly check: string; readonly needs: string }[]
}

/** Lets every check look once. A check that looked and found nothing says so; one that had nothing to look at is named. */
export const diagnose = (patient: Patient): Diagnosis => {
  const looks = checks.map((check) => ({ check, found: check.look(patient) }))
  return {
    deviations: patient.release.profile.deviations,
    findings: looks.flatMap(({ check, found }) =>
      found?.length === 0 ? [fine(check.name, check.fine)] : (found ?? []),
    ),
    notLookedAt: looks.flatMap(({ check, found }) =>
      found === undefined ? [{ check: check.name, needs: check.needs }] : [],
    ),
  }
}
