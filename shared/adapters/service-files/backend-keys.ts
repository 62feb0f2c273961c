import type { PublishedKey } from '../../domain/provider/published-key.ts'
import type { BackendKeys } from '../../ports/backend-assertions.ts'
import type { ServiceDirectory } from '../../ports/service-directory.ts'

/**
 * Whose keys verify a back end's assertions: those the stage names, else those of the service file. Never both: the test keys in a
 * file shall not open a stage that has keys of its own.
 *
 * @param ofStage by service id
 */
export const backendKeys = (
  services: ServiceDirectory,
  ofStage: Readonly<Record<string, { readonly keys: readonly PublishedKey[] }>>,
): BackendKeys => ({
  of: (id) => {
    const service = services.find(id)
    if (service === undefined) return []
    return (Object.hasOwn(ofStage, id) ? ofStage[id] : service.backend?.jwks)?.keys ?? []
  },
})
