import { it } from 'vitest'
import { almost } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { calledInOrder, refusedAs } from './support/verdict.ts'

it('begins no login at a provider that calls itself otherwise than it was called', async () => {
  const login = await logInAt(fapi20, { metadata: (honest) => ({ ...honest, issuer: almost(honest['issuer']) }) })
  refusedAs(login, 'provider-metadata-invalid')
  calledInOrder(login, 'discovery')
})
