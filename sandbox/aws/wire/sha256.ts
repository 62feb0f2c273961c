import { createHash, createHmac } from 'node:crypto'

/** SHA-256 in the shape that @smithy/signature-v4 asks for: plain, or keyed (HMAC) when made with a secret. */
export class Sha256 {
  private readonly secret: Parameters<typeof createHmac>[1] | undefined
  private readonly parts: Uint8Array[] = []

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.secret = secret === undefined ? undefined : bytesOf(secret)
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.parts.push(bytesOf(data))
  }

  async digest(): Promise<Uint8Array> {
    const hash = this.secret === undefined ? createHash('sha256') : createHmac('sha256', this.secret)
    for (const part of this.parts) hash.update(part)
    return hash.digest()
  }

  reset(): void {
    this.parts.length = 0
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, 'utf8')
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
