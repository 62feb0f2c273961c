import { expect, it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted, calledTimes } from './support/verdict.ts'

it('verifies with the keys at the jwks_uri of the metadata, wherever that is', async () => {
  const [one, other] = [await logInAt(oidcCore), await logInAt(oidcCore)]
  for (const login of [one, other]) {
    accepted(login)
    calledTimes(login, 'jwks', 1)
  }
  const [path, otherPath] = [one, other].map(({ provider }) => new URL(provider.addresses.jwks).pathname)
  expect(path).not.toBe(otherPath)
})
