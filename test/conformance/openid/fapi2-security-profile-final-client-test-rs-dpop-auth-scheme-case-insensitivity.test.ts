import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { accepted, calledTimes } from './support/verdict.ts'

it('makes the proof again with the nonce, though the challenge at UserInfo spells its scheme dPoP', async () => {
  const login = await logInAt(fapi20, { challengeScheme: 'dPoP' })
  accepted(login)
  calledTimes(login, 'userinfo', 2)
})
