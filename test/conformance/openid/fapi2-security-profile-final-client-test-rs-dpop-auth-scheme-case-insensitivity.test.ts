import { it } from 'vitest'
import { fapi20 } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { accepted, calledTimes } from './support/verdict.ts'

it('makes the proof again with the nonce, though the challenge at UserInfo spells its scheme dPoP', async () => {
  const login = await logInAt(fapi20, { challengeScheme: 'dPoP' })
  accepted(login)
  calledTimes(login, 'userinfo', 2)
})
