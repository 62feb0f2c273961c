import { it } from 'vitest'
import { saying } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('accepts a token type spelt dPoP', async () => {
  const login = await logInAt(fapi20, { tokenResponse: saying({ token_type: 'dPoP' }) })
  accepted(login)
})
