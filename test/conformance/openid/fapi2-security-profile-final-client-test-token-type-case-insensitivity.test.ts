import { it } from 'vitest'
import { saying } from './support/deviation.ts'
import { fapi20 } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { accepted } from './support/verdict.ts'

it('accepts a token type spelt dPoP', async () => {
  const login = await logInAt(fapi20, { tokenResponse: saying({ token_type: 'dPoP' }) })
  accepted(login)
})
