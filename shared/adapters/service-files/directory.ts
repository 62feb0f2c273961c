import { Fault } from '../../kernel/fault.ts'
import type { ServiceDirectory } from '../../ports/service-directory.ts'
import { checkFiles } from './check.ts'
import { tellMistakes } from './mistake.ts'
import type { Names } from './names.ts'

/**
 * Parses service files once. Wrong ones stop the start, with every mistake in every file: where it is, what was found, what
 * was expected, and what was probably meant.
 */
export const openDirectory = (
  files: Readonly<Record<string, unknown>>,
  vocabularyFile: unknown,
  portals: Readonly<Record<string, string>>,
  more: Omit<Names, 'vocabulary'> = {},
): ServiceDirectory => {
  const checked = checkFiles(files, vocabularyFile, more)
  if (!checked.ok) throw new Error(tellMistakes(checked.mistakes))
  // A Map, so that `constructor` and `__proto__` are as unknown as any other stranger.
  const services = new Map(checked.value.services.map((service) => [service.id, service]))
  return {
    find: (id) => services.get(id),
    portalOf: ({ id }) => {
      const portal = Object.hasOwn(portals, id) ? portals[id] : undefined
      if (portal === undefined) throw new Fault('internal-fault', 'this stage has no portal for the service')
      return portal
    },
    vocabulary: checked.value.vocabulary,
  }
}
