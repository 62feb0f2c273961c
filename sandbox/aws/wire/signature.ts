import { timingSafeEqual } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { Sha256 } from './sha256.ts'
import { incompleteSignature, invalidSignature, missingAuthentication, unrecognizedClient } from './wire-error.ts'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** The parts of an HTTP request that a signature covers. Header names are lower case. */
export interface SignedRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

interface Claim {
  readonly accessKeyId: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

const fiveMinutes = 5 * 60_000

/**
 * Verifies AWS Signature Version 4 in the Authorization header by signing the same request again with the known secret.
 *
 * @param find the credentials behind an access key, or undefined
 * @param service the service that was addressed; the credential scope must name it
 * @returns the access key that signed
 * @throws WireError as AWS answers: MissingAuthenticationToken, IncompleteSignature, UnrecognizedClient, InvalidSignature
 */
export async function verifySignature(
  request: SignedRequest,
  find: (accessKeyId: string) => Credentials | undefined,
  service: string,
  now: number,
): Promise<string> {
  const claim = readAuthorization(request.headers)
  const credentials = find(claim.accessKeyId)
  if (!credentials) throw unrecognizedClient()
  if ((request.headers['x-amz-security-token'] ?? '') !== (credentials.sessionToken ?? '')) throw unrecognizedClient()
  if (claim.service !== service) throw invalidSignature(`Credential should be scoped to correct service: '${service}'.`)
  checkDate(claim, request.headers, now)
  checkCoverage(claim, request.headers)
  const expected = await signAgain(request, claim, credentials)
  const given = Buffer.from(claim.signature, 'utf8')
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw invalidSignature(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    )
  return claim.accessKeyId
}

function readAuthorization(headers: SignedRequest['headers']): Claim {
  const authorization = headers['authorization']
  if (!authorization) throw missingAuthentication()
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request, ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]+)$/.exec(
      authorization,
    )
  const [, accessKeyId, date, region, service, signedHeaders, signature] = found ?? []
  if (!accessKeyId || !date || !region || !service || !signedHeaders || !signature)
    throw incompleteSignature('Authorization header requires Credential, SignedHeaders and Signature parameters.')
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature }
}

function checkDate(claim: Claim, headers: SignedRequest['headers'], now: number): void {
  const stamp = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(headers['x-amz-date'] ?? '')
  if (!stamp)
    throw incompleteSignature("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
  const [, year, month, day, hour, minute, second] = stamp
  if (`${year}${month}${day}` !== claim.date)
    throw invalidSignature('Date in Credential scope does not match YYYYMMDD.')
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Math.abs(now - signedAt) <= fiveMinutes) return
  const early = signedAt > now
  throw invalidSignature(
    `Signature ${early ? 'not yet current' : 'expired'}: ${headers['x-amz-date']} is ${early ? 'later' : 'earlier'} than the time of the server.`,
  )
}

/** Host and every x-amz header must be signed, else the operation itself (X-Amz-Target) could be exchanged. */
function checkCoverage(claim: Claim, headers: SignedRequest['headers']): void {
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))]
  const unsigned = mustBeSigned.find((name) => !claim.signedHeaders.includes(name))
  if (unsigned) throw invalidSignature(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`)
}

async function signAgain(request: SignedRequest, claim: Claim, credentials: Credentials): Promise<Buffer> {
  const contentHash = 'x-amz-content-sha256'
  const covered = claim.signedHeaders.filter((name) => name !== contentHash && name !== 'x-amz-date')
  const signer = new SignatureV4({
    credentials,
    region: claim.region,
    service: claim.service,
    sha256: Sha256,
    // Recomputed from the body that arrived, never taken from the header.
    applyChecksum: claim.signedHeaders.includes(contentHash),
  })
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: request.path,
      query: {},
      headers: Object.fromEntries(covered.map((name) => [name, request.headers[name] ?? ''])),
      body: request.body,
    },
    {
      signingDate: dateOf(request.headers['x-amz-date'] ?? ''),
      signableHeaders: new Set(covered),
    },
  )
  const signature = /Signature=([0-9a-f]+)$/.exec(signed.headers['authorization'] ?? '')?.[1]
  return Buffer.from(signature ?? '', 'utf8')
}

const dateOf = (stamp: string): string =>
  stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
