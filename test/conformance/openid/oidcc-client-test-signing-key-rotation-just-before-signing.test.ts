import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted, calledTimes } from './support/verdict.ts'

it('fetches the keys once more for an ID token signed with one it has not seen, and accepts it', async () => {
  const login = await logInAt(oidcCore, { rotatesKeys: 'just-before-signing' })
  accepted(login)
  calledTimes(login, 'jwks', 2)
})
