import { it } from 'vitest'
import { relyingPartyAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted, calledTimes } from './support/verdict.ts'

it('fetches the keys once more when they changed between two logins, and accepts both', async () => {
  const { logIn, provider } = await relyingPartyAt(oidcCore)
  accepted(await logIn())
  await provider.rotateKeys()
  const second = await logIn()
  accepted(second, { logins: 2 })
  calledTimes(second, 'jwks', 2)
})
