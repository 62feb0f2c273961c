import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { calledInOrder, refusedAs } from './support/verdict.ts'

it('refuses an authorization response without a state, and calls nothing any more', async () => {
  const login = await logInAt(fapi20, { authorizationResponse: without('state') })
  refusedAs(login, 'state-missing')
  calledInOrder(login, 'discovery', 'par', 'authorize')
})
