import { createHash } from 'node:crypto'
import type { ToMake } from '../assembly/deploy.ts'

const digest = ({ stack, logicalId }: ToMake): string =>
  createHash('sha256').update(`${stack.name}/${logicalId}`).digest('hex')

/** A physical name where the template gives none. Always the same for a resource, so that a kept world finds its own again. */
export const generatedName = (resource: ToMake): string =>
  `${resource.stack.name}-${resource.logicalId}-${digest(resource).slice(0, 12)}`

/** Ten lower-case letters and digits, like API Gateway's ids. */
export const generatedId = (resource: ToMake): string => digest(resource).slice(0, 10)

/** Where a resource is in the assembly, as a key that survives a restart. */
export const placeOf = ({ stack, logicalId }: ToMake): string => `${stack.name}/${logicalId}`

/** `omera-bank` → `OmeraBank`: how stack outputs name a service. */
export const pascalCase = (id: string): string =>
  id.replaceAll(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase())
