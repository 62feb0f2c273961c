import { decodeJwt } from 'jose'
import { type DriveLoginOptions, driveLogin } from '../../../sandbox/esignet/drive.ts'
import { asha } from './people.ts'
import type { Form, newRelyingParty } from './relying-party.ts'

export type Party = Awaited<ReturnType<typeof newRelyingParty>>

/** A pushed login of Asha by PIN, up to the redirect. */
export async function login(party: Party, form: Form, options: Partial<DriveLoginOptions> = {}) {
  const { redirectTo, steps } = await driveLogin({
    authorizeUrl: await party.pushedUrl(form),
    individualId: asha.individualId,
    factor: 'pin',
    pin: asha.pin,
    consent: 'allow',
    ...options,
  })
  return { redirectTo, steps, code: new URL(redirectTo).searchParams.get('code') ?? '' }
}

/** A whole login: what the ID token and userinfo say. */
export async function identify(party: Party, form: Form, options: Partial<DriveLoginOptions> = {}) {
  const { code, steps } = await login(party, form, options)
  const { status, body } = await party.redeem(code)
  if (status !== 200) throw new Error(`token answered ${status} ${JSON.stringify(body)}`)
  const info = await party.userinfo(String(body.access_token))
  return { idToken: decodeJwt(String(body.id_token)), userinfo: decodeJwt(await info.text()), steps }
}
