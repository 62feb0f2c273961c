import { it } from 'vitest'
import { oidcCore } from './support/profiles.ts'
import { relyingPartyAt } from './support/relying-party.ts'
import { accepted, calledTimes } from './support/verdict.ts'

it('fetches the keys once more when they changed between two logins, and accepts both', async () => {
  const { logIn, provider } = await relyingPartyAt(oidcCore)
  accepted(await logIn())
  await provider.rotateKeys()
  const second = await logIn()
  accepted(second, { logins: 2 })
  calledTimes(second, 'jwks', 2)
})
