import { it } from 'vitest'
import { almost } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { calledTimes, refusedAs } from './support/verdict.ts'

it('refuses UserInfo about somebody else than the ID token', async () => {
  const login = await logInAt(oidcCore, { userInfo: (honest) => ({ ...honest, sub: almost(honest['sub']) }) })
  refusedAs(login, 'userinfo-subject-mismatch')
  calledTimes(login, 'userinfo', 1)
})
