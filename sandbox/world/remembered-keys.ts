import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'

/** Which KMS key belongs to which place in the template: KMS invents key ids, so a kept world has to write them down. */
export interface RememberedKeys {
  readonly keyId: (place: string) => string | undefined
  readonly remember: (place: string, keyId: string) => void
}

const shape = z.record(z.string(), z.string())

/** Without a file nothing outlives the world. */
export const rememberedKeys = (file?: string): RememberedKeys => {
  const known = new Map<string, string>(
    file !== undefined && existsSync(file) ? Object.entries(shape.parse(JSON.parse(readFileSync(file, 'utf8')))) : [],
  )
  return {
    keyId: (place) => known.get(place),
    remember: (place, keyId) => {
      known.set(place, keyId)
      if (file === undefined) return
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(Object.fromEntries(known), null, 2))
    },
  }
}
