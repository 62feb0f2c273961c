import type { KMSClient } from '@aws-sdk/client-kms'
import { Fault } from '../../../kernel/fault.ts'
import type { TokenKey, TokenPublicKey } from '../../../ports/token-key.ts'
import { clientKey } from './client-key.ts'
import { clientPublicKeys } from './client-public-keys.ts'

/** The one key of a stage lies and signs like a client key, under a name that is no service. */
const own = 'platform'

export const tokenKey = (kms: KMSClient, arn: string): TokenKey => {
  const keys = clientKey(kms, { [own]: arn })
  return { algorithm: 'PS256', keyId: keys.keyId(own), sign: (signingInput) => keys.sign(own, 'PS256', signingInput) }
}

export const tokenPublicKey = (kms: KMSClient, arn: string): TokenPublicKey => {
  const keys = clientPublicKeys(kms, { [own]: arn }, () => 'PS256')
  return {
    read: async () => {
      const [key] = await keys.all()
      if (key === undefined) throw new Fault('key-unavailable', 'KMS answered without a key')
      return { ...key, alg: 'PS256' }
    },
  }
}
