import { expect, it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('reads the metadata first, and finds every endpoint at the address that only they tell', async () => {
  const login = await logInAt(oidcCore)
  accepted(login)
  const [first, ...others] = login.provider.calls.map(({ endpoint }) => endpoint)
  expect(first).toBe('discovery')
  expect(new Set(others)).toEqual(new Set(['authorize', 'jwks', 'token', 'userinfo']))
})
