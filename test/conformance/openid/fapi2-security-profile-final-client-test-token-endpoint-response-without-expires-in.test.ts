import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('accepts tokens that do not say how long they live', async () => {
  const login = await logInAt(fapi20, { tokenResponse: without('expires_in') })
  accepted(login)
})
