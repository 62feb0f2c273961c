import benefits from '../../services/benefits.json' with { type: 'json' }
import clinic from '../../services/clinic.json' with { type: 'json' }
import omeraBank from '../../services/omera-bank.json' with { type: 'json' }
import simRegistration from '../../services/sim-registration.json' with { type: 'json' }
import visa from '../../services/visa.json' with { type: 'json' }
import vocabulary from '../../services/vocabulary.json' with { type: 'json' }
import { openDirectory } from '../adapters/service-files/directory.ts'
import type { ServiceDirectory } from '../ports/service-directory.ts'
import { acrValues } from '../providers/index.ts'
import { readStage } from './environment.ts'

/** The services of this deployment. A new one is a file in `services/` and a line here; `test/architecture` compares the two. */
export const serviceFiles: Readonly<Record<string, unknown>> = {
  'benefits.json': benefits,
  'clinic.json': clinic,
  'omera-bank.json': omeraBank,
  'sim-registration.json': simRegistration,
  'visa.json': visa,
}

export const wireServices = (): ServiceDirectory =>
  openDirectory(serviceFiles, vocabulary, readStage().portals, { acrValues })
