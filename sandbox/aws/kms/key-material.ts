import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { makingOf } from './key-spec.ts'
import type { Material } from './kms-key.ts'

const generate = promisify(generateKeyPair)

export async function makeMaterial(spec: string): Promise<Material> {
  const making = makingOf(spec)
  if (making.kind === 'secret') return { kind: 'secret', bytes: randomBytes(making.bytes) }
  const pair =
    making.kind === 'rsa'
      ? await generate('rsa', { modulusLength: making.bits })
      : await generate('ec', { namedCurve: making.curve })
  return { kind: 'pair', ...pair }
}

/** Base64, for the file that keeps keys between two runs. */
export function exportMaterial(material: Material): string {
  if (material.kind === 'secret') return material.bytes.toString('base64')
  return material.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
}

export function importMaterial(spec: string, exported: string): Material {
  const bytes = Buffer.from(exported, 'base64')
  if (makingOf(spec).kind === 'secret') return { kind: 'secret', bytes }
  const privateKey = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })
  return { kind: 'pair', privateKey, publicKey: createPublicKey(privateKey) }
}
