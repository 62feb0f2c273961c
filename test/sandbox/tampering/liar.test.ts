import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { lies } from '../../../sandbox/tampering/index.ts'
import { type Liar, liarFor } from '../../../sandbox/tampering/liar.ts'
import type { Lie } from '../../../sandbox/tampering/lie.ts'
import { identify, login } from '../esignet/login.ts'
import { people } from '../esignet/people.ts'
import { newRelyingParty } from '../esignet/relying-party.ts'

const named = (name: string): Lie => {
  const lie = lies.find((each) => each.name === name)
  if (lie === undefined) throw new Error(`no lie ${name}`)
  return lie
}

describe('a liar', () => {
  let esignet: RunningEsignet
  let liar: Liar
  let renewed: number
  beforeEach(async () => {
    renewed = 0
    esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
    liar = liarFor({ ...esignet.deployment('1.8'), intercept: esignet.intercept }, async () => {
      renewed += 1
    })
  })
  afterEach(() => esignet.close())

  it('changes only what the lie says, and counts how often it was told', async () => {
    const party = await newRelyingParty(esignet.url)
    await liar.tell(named('id-token-for-another-client'), 'another')
    const { idToken } = await identify(party, party.authorization())
    expect(idToken).toMatchObject({ aud: 'a-client-of-somebody-else', iss: esignet.url })
    expect(liar.telling()).toEqual({ name: 'id-token-for-another-client', variant: 'another', times: 1 })
    await liar.stop()
    expect(liar.telling()).toBeUndefined()
    expect((await identify(party, party.authorization())).idToken.aud).not.toBe('a-client-of-somebody-else')
  })

  it('repeats what was said in an earlier login', async () => {
    const party = await newRelyingParty(esignet.url)
    const first = await identify(party, party.authorization())
    await liar.tell(named('nonce-of-another-login'), 'of an earlier login')
    expect((await identify(party, party.authorization())).idToken.nonce).toBe(first.idToken.nonce)
  })

  it('remembers secrets of the login for a search, and nothing of the one before', async () => {
    const party = await newRelyingParty(esignet.url)
    await liar.tell(named('type-absent-or-plain'), 'JWT')
    const { code } = await login(party, party.authorization())
    const { body } = await party.redeem(code)
    const idToken = String(body.id_token)
    expect(decodeProtectedHeader(idToken).typ).toBe('JWT')
    expect(decodeJwt(idToken).sub).toBeTruthy()
    const words = liar.witnessed()
    expect(words).toEqual(expect.arrayContaining([code.slice(0, 40), (idToken.split('.')[2] ?? '').slice(0, 40)]))
    await liar.tell(named('type-absent-or-plain'), 'JWT')
    expect(liar.witnessed()).toEqual([])
  })

  it('makes the relying party forget what it learnt from a lie about keys', async () => {
    await liar.tell(named('no-keys'), '500')
    expect(renewed).toBe(1)
    await liar.tell(named('two-subjects'), 'escaped')
    expect(renewed).toBe(2)
    await liar.stop()
    expect(renewed).toBe(2)
  })

  it('does not tell a lie in a way that the lie does not know', async () => {
    await expect(liar.tell(named('two-subjects'), 'loudly')).rejects.toThrow('loudly')
  })
})
