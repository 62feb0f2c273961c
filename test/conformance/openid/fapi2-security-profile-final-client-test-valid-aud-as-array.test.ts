import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('accepts an ID token whose audience is a list of us alone', async () => {
  const login = await logInAt(fapi20, { idToken: ({ aud, ...honest }) => ({ ...honest, aud: [aud] }) })
  accepted(login)
})
