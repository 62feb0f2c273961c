import { it } from 'vitest'
import { almost } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { calledInOrder, refusedAs } from './support/verdict.ts'

it('refuses an authorization response of another issuer, and calls nothing any more', async () => {
  const login = await logInAt(fapi20, {
    authorizationResponse: (honest) => ({ ...honest, iss: almost(honest['iss']) }),
  })
  refusedAs(login, 'issuer-parameter-mismatch')
  calledInOrder(login, 'discovery', 'par', 'authorize')
})
