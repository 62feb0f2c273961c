import { it } from 'vitest'
import { fapi20 } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { accepted } from './support/verdict.ts'

it('accepts an ID token whose audience is a list of us alone', async () => {
  const login = await logInAt(fapi20, { idToken: ({ aud, ...honest }) => ({ ...honest, aud: [aud] }) })
  accepted(login)
})
