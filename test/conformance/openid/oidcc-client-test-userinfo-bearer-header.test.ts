import { expect, it } from 'vitest'
import { oidcCore } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { accepted } from './support/verdict.ts'

it('sends the access token in the Authorization header, and nowhere else', async () => {
  const login = await logInAt(oidcCore)
  accepted(login)
  const [asked] = login.provider.called('userinfo')
  expect(asked?.headers.authorization).toMatch(/^Bearer [\w-]+$/)
  expect([asked?.query.size, asked?.form.size]).toEqual([0, 0])
})
