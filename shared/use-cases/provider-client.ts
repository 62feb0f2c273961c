import type { Service } from '../domain/policy/service.ts'
import type { DecryptionKey } from '../ports/decryption-key.ts'
import type { ProviderClient } from '../ports/identity-provider.ts'

/** The client that a service is towards its provider. A door that reads no UserInfo needs no key to open it. */
export const providerClient = ({ id, client }: Service, decryptionKey?: DecryptionKey): ProviderClient => ({
  clientId: client.id,
  senderConstrained: client.senderConstrained === true,
  ...(client.encryptedUserInfo === true && decryptionKey !== undefined
    ? { unwrapKey: (encryptedKey) => decryptionKey.unwrap(id, encryptedKey) }
    : {}),
})
