import type { Finding } from '../finding.ts'
import type { Patient } from './patient.ts'

/** One thing the doctor looks at. */
export interface Check {
  /** Named after what it guards. */
  readonly name: string
  /** Told when it looked and found nothing. */
  readonly fine: string
  /** What it needs to look at all; told when that is not there. */
  readonly needs: string
  /** What is wrong or doubtful; `undefined` when there was nothing to look at. */
  look(patient: Patient): readonly Finding[] | undefined
}
