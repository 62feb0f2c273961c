import type { Service, Vocabulary } from '../../domain/policy/service.ts'
import { Fault } from '../../kernel/fault.ts'
import type { ServiceDirectory } from '../../ports/service-directory.ts'
import { serviceSchema, vocabularySchema } from './schema.ts'

/** Parses service files once. A wrong one stops the start, naming the file, the path in it and what was expected. */
export const openDirectory = (
  files: Readonly<Record<string, unknown>>,
  vocabularyFile: unknown,
  portals: Readonly<Record<string, string>>,
): ServiceDirectory => {
  const services = new Map<string, Service>()
  for (const [file, content] of Object.entries(files)) {
    const service = parse(file, serviceSchema, content)
    services.set(service.id, service)
  }
  const vocabulary: Vocabulary = parse('vocabulary.json', vocabularySchema, vocabularyFile)
  return {
    // A Map, so that `constructor` and `__proto__` are as unknown as any other stranger.
    find: (id) => services.get(id),
    portalOf: ({ id }) => {
      const portal = Object.hasOwn(portals, id) ? portals[id] : undefined
      if (portal === undefined) throw new Fault('internal-fault', 'this stage has no portal for the service')
      return portal
    },
    vocabulary,
  }
}

type Parser<Value> = {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: Value }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

const parse = <Value>(file: string, schema: Parser<Value>, content: unknown): Value => {
  const result = schema.safeParse(content)
  if (result.success) return result.data
  const lines = result.error.issues.map(({ path, message }) => `  ${path.map(String).join('.') || '(top)'}: ${message}`)
  throw new Error(`services/${file} cannot be used:\n${lines.join('\n')}`)
}
