import type { Service, Vocabulary } from '../domain/policy/service.ts'

/** The relying parties of this deployment, as data. */
export interface ServiceDirectory {
  find(id: string): Service | undefined
  /** Origin of the service's portal on this stage. */
  portalOf(service: Service): string
  readonly vocabulary: Vocabulary
}
