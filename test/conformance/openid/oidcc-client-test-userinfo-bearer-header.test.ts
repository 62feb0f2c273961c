import { expect, it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('sends the access token in the Authorization header, and nowhere else', async () => {
  const login = await logInAt(oidcCore)
  accepted(login)
  const [asked] = login.provider.called('userinfo')
  expect(asked?.headers.authorization).toMatch(/^Bearer [\w-]+$/)
  expect([asked?.query.size, asked?.form.size]).toEqual([0, 0])
})
