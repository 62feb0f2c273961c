import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { calledInOrder, refusedAs } from './support/verdict.ts'

it('refuses an authorization response that does not say who sent it, and calls nothing any more', async () => {
  const login = await logInAt(fapi20, { authorizationResponse: without('iss') })
  refusedAs(login, 'issuer-parameter-missing')
  calledInOrder(login, 'discovery', 'par', 'authorize')
})
