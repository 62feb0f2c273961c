import type { Caller } from '../event.ts'
import type { World } from '../world.ts'
import type { Answer, Call } from './call.ts'

/** In which of the styles a door words its refusals. */
export type ErrorStyle = 'envelope' | 'oauth' | 'plain'

/** One method on one path; `{name}` in the path is a parameter. */
export interface Door {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly path: string
  readonly name: string
  readonly who: Caller
  readonly errors: ErrorStyle
  /** Whether the POST needs the CSRF cookie and header. */
  readonly csrf?: boolean
  /** Counted among the relying party's calls. */
  readonly counted?: boolean
  open(call: Call, world: World): Answer | Promise<Answer>
}

/** The parameters of a path that fits the door's, else undefined. */
export function fits(door: Door, path: string): Record<string, string> | undefined {
  const wanted = door.path.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith('{')) params[part.slice(1, -1)] = decodePart(value)
    else if (part !== value) return undefined
  }
  return params
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
