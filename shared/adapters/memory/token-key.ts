import { Fault } from '../../kernel/fault.ts'
import type { TokenKey, TokenPublicKey } from '../../ports/token-key.ts'
import { memoryClientKeys } from './client-keys.ts'

const own = 'platform'

/** A real key, born with the object. */
export const memoryTokenKey = (): TokenKey & TokenPublicKey => {
  const keys = memoryClientKeys([own])
  return {
    algorithm: 'PS256',
    keyId: keys.keyId(own),
    sign: (signingInput) => keys.sign(own, 'PS256', signingInput),
    read: async () => {
      const [key] = await keys.all()
      if (key === undefined) throw new Fault('key-unavailable', 'no key')
      return { ...key, alg: 'PS256' }
    },
  }
}
