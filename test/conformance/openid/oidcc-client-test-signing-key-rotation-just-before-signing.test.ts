import { it } from 'vitest'
import { oidcCore } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { accepted, calledTimes } from './support/verdict.ts'

it('fetches the keys once more for an ID token signed with one it has not seen, and accepts it', async () => {
  const login = await logInAt(oidcCore, { rotatesKeys: 'just-before-signing' })
  accepted(login)
  calledTimes(login, 'jwks', 2)
})
