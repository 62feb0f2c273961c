import { describe, expect, it } from 'vitest'
import { readCode } from '../../../shared/domain/login/authorization-response.ts'
import { esignet18 } from '../../../shared/providers/esignet/release-1.8.ts'
import { esignet20 } from '../../../shared/providers/esignet/release-2.0.ts'

const provider = { issuer: 'https://esignet.example', profile: esignet18 }
const good = { state: 's', code: 'the-code', iss: 'https://esignet.example' }

describe('the authorization response', () => {
  it('gives its code when it comes from the provider that was asked', () => {
    expect(readCode(good, provider)).toEqual({ ok: true, value: 'the-code' })
  })

  it.each([
    ['no iss', { state: 's', code: 'c' }, 'issuer-parameter-missing'],
    ['another iss', { ...good, iss: 'https://evil.example' }, 'issuer-parameter-mismatch'],
    ['iss with a slash', { ...good, iss: 'https://esignet.example/' }, 'issuer-parameter-mismatch'],
    ['iss in capitals', { ...good, iss: 'https://ESIGNET.example' }, 'issuer-parameter-mismatch'],
    ['no code', { state: 's', iss: 'https://esignet.example' }, 'code-missing'],
    ['an error besides a code', { ...good, error: 'access_denied' }, 'login-denied'],
    ['a no, as 1.7 said it', { error: 'consent_request_rejected' }, 'login-denied'],
    ['a countdown that ended', { error: 'transaction_timeout' }, 'login-timed-out'],
    ['a blocked person', { error: 'individual_id_blocked' }, 'login-not-possible'],
    ['a no of another provider', { error: 'access_denied', iss: 'https://evil.example' }, 'issuer-parameter-mismatch'],
    ['what was not asked for beside the code', { ...good, unasked: true }, 'parameter-invalid'],
    ['a word nobody knows', { error: '<script>' }, 'provider-error'],
  ] as const)('is refused with %s', (_, response, code) => {
    expect(readCode(response, provider)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('names its provider as its release does: always, with a code, or never', () => {
    const { iss: _iss, ...unnamed } = good
    const refused = { error: 'access_denied' }
    const always = { ...provider, profile: esignet20 }
    const never = { ...provider, profile: { ...esignet18, issuerParameter: 'absent' } } as const
    expect(readCode(refused, always)).toMatchObject({ refusal: { code: 'issuer-parameter-missing' } })
    expect(readCode({ ...refused, iss: provider.issuer }, always)).toMatchObject({ refusal: { code: 'login-denied' } })
    expect(readCode(unnamed, never)).toEqual({ ok: true, value: 'the-code' })
    expect(readCode({ ...good, iss: 'https://evil.example' }, never)).toMatchObject({
      refusal: { code: 'issuer-parameter-mismatch' },
    })
  })

  it('repeats the word of the provider, and none that is not in the vocabulary', () => {
    const said = (error: string) => readCode({ error }, provider)
    expect(said('access_denied')).toEqual({ ok: false, refusal: { code: 'login-denied', detail: 'access_denied' } })
    expect(said('<script>')).toEqual({ ok: false, refusal: { code: 'provider-error' } })
    expect(readCode({ ...good, unasked: true }, provider)).toMatchObject({
      refusal: { detail: expect.stringContaining('response type') },
    })
  })
})
