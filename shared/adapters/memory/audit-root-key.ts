import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { AuditRootKey } from '../../ports/audit-seals.ts'

/** A real P-256 key, born with the object; only the key management service is missing. */
export const memoryAuditRootKey = (): AuditRootKey & { readonly publicKey: KeyObject } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    publicKey,
    keyId: () => 'memory-audit-root',
    sign: async (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'der' }).toString('base64url'),
  }
}
