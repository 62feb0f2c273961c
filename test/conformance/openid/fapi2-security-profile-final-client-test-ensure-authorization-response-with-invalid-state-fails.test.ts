import { it } from 'vitest'
import { almost } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { calledInOrder, refusedAs } from './support/verdict.ts'

it('refuses an authorization response with a state nobody sent, and calls nothing any more', async () => {
  const login = await logInAt(fapi20, {
    authorizationResponse: (honest) => ({ ...honest, state: almost(honest['state']) }),
  })
  refusedAs(login, 'transaction-unknown')
  calledInOrder(login, 'discovery', 'par', 'authorize')
})
