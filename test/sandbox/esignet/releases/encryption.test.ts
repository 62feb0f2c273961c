import {
  type CryptoKey,
  compactDecrypt,
  createRemoteJWKSet,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  jwtVerify,
} from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Deployment, type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import { errorCodes } from '../relying-party.ts'
import { newReleaseParty, type ReleaseParty } from './release-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  const releases = ['1.6', '1.7', '2.0'] as const
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases })
})
afterAll(() => esignet.close())

async function newEncryptionKey(modulusLength = 2048, alg = 'RSA-OAEP-256') {
  const { publicKey, privateKey } = await generateKeyPair(alg, { modulusLength, extractable: true })
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), use: 'enc', alg, kid: 'enc-1' } }
}

const encrypted = { additionalConfig: { userinfo_response_type: 'JWE' } }

async function userinfoOf(party: ReleaseParty) {
  const { body } = await party.redeem(await party.code())
  return party.userinfo(String(body.access_token))
}

async function opened(jwe: string, key: CryptoKey, party: ReleaseParty) {
  const { plaintext, protectedHeader } = await compactDecrypt(jwe, key)
  const keys = createRemoteJWKSet(new URL(party.endpoint('jwks_uri')))
  const { payload } = await jwtVerify(Buffer.from(plaintext).toString(), keys)
  return { protectedHeader, payload }
}

describe('release 1.8', () => {
  const client = async (deployment: Deployment, key?: unknown) => {
    const party = await newReleaseParty(deployment, encrypted)
    if (key !== undefined) {
      const { body } = await party.manage('PATCH', `/client/${party.clientId}`, { encPublicKey: key })
      expect(errorCodes(body)).toEqual([])
    }
    return party
  }

  test('userinfo is a JWS in a JWE for the key set by PATCH, under a kid that nobody knows', async () => {
    const { jwk, privateKey } = await newEncryptionKey()
    const party = await client(esignet.deployment('1.8'), jwk)
    const response = await userinfoOf(party)
    expect(response.headers.get('content-type')).toContain('application/jwt')
    const { protectedHeader, payload } = await opened(await response.text(), privateKey, party)
    expect(protectedHeader).toMatchObject({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', typ: 'JWT' })
    expect(protectedHeader.kid).toMatch(/^[\w-]{43}$/)
    expect(payload.aud).toBe(party.clientId)
  })

  test.each([
    ['without a key', undefined],
    ['with a key of 3072 bits', 3072],
  ])('a client %s finds out only at userinfo', async (_what, bits) => {
    const key = bits === undefined ? undefined : (await newEncryptionKey(bits)).jwk
    const response = await userinfoOf(await client(esignet.deployment('1.8'), key))
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'error="unknown_error"'])
  })

  test('a key at create is not read, and what is no RSA key is refused', async () => {
    const { jwk } = await newEncryptionKey()
    const party = await newReleaseParty(esignet.deployment('1.8'), { ...encrypted, encPublicKey: jwk })
    expect((await userinfoOf(party)).status).toBe(401)
    const patched = await party.manage('PATCH', `/client/${party.clientId}`, { encPublicKey: { kty: 'RSA' } })
    expect(errorCodes(patched.body)).toEqual(['invalid_public_key'])
  })
})

describe('release 2.0', () => {
  test('userinfo and ID token are both encrypted when the client asks', async () => {
    const { jwk, privateKey } = await newEncryptionKey(3072, 'RSA-OAEP')
    const additionalConfig = { userinfo_response_type: 'JWE', id_token_response_type: 'JWE' }
    const party = await newReleaseParty(esignet.deployment('2.0'), { additionalConfig, encPublicKey: jwk })
    const { body } = await party.redeem(await party.code())
    const idToken = await opened(String(body.id_token), privateKey, party)
    expect(idToken.protectedHeader).toMatchObject({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' })
    const response = await party.userinfo(String(body.access_token))
    expect((await opened(await response.text(), privateKey, party)).payload.sub).toBe(idToken.payload.sub)

    await party.manage('PATCH', `/client/${party.clientId}`, { encPublicKey: null })
    expect((await party.userinfo(String(body.access_token))).status).toBe(500)
  })

  test('without a key the whole login fails', async () => {
    const additionalConfig = { id_token_response_type: 'JWE' }
    const party = await newReleaseParty(esignet.deployment('2.0'), { additionalConfig })
    const { status, body } = await party.redeem(await party.code())
    expect([status, body.error]).toEqual([500, 'server_error'])
  })
})

test.each(['1.6', '1.7'] as const)('%s takes the wish for a JWE and answers with a JWS', async (release) => {
  const response = await userinfoOf(await newReleaseParty(esignet.deployment(release), encrypted))
  const jws = await response.text()
  expect([jws.split('.').length, decodeProtectedHeader(jws).alg]).toEqual([3, 'RS256'])
})
