import type { Dialect, Release } from './dialect.ts'
import { release15 } from './release-1.5.ts'
import { release16 } from './release-1.6.ts'
import { release17 } from './release-1.7.ts'
import { release18 } from './release-1.8.ts'
import { release20 } from './release-2.0.ts'

/** The dialect of each release. */
export const dialects: Readonly<Record<Release, Dialect>> = {
  '1.5': release15,
  '1.6': release16,
  '1.7': release17,
  '1.8': release18,
  '2.0': release20,
}

export function isRelease(name: unknown): name is Release {
  return typeof name === 'string' && Object.hasOwn(dialects, name)
}
