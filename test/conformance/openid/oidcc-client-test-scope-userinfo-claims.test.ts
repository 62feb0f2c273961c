import { expect, it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('asks for claims by scope, and reads them from UserInfo', async () => {
  const login = await logInAt(oidcCore)
  accepted(login)
  const [asked] = login.provider.called('authorize')
  expect(asked?.query.get('scope')).toMatch(/\b(profile|email|phone|address)\b/)
  expect([...login.store.sessions.values()]).toMatchObject([{ claimNames: ['email', 'name'] }])
})
