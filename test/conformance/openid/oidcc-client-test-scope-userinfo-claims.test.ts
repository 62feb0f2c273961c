import { expect, it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

// The module wants a scope that stands for a bundle of claims (OIDC Core §5.4). This house asks for the same by name (§5.5):
// a bundle would bring what an act does not need.
it('asks for claims by name and for none by scope, and reads them from UserInfo', async () => {
  const login = await logInAt(oidcCore)
  accepted(login)
  const [asked] = login.provider.called('authorize')
  expect(asked?.query.get('scope')).toBe('openid')
  const { userinfo } = JSON.parse(asked?.query.get('claims') ?? '')
  expect(Object.keys(userinfo).sort()).toEqual(['email', 'name'])
  expect([...login.store.sessions.values()]).toMatchObject([{ claimNames: ['email', 'name'] }])
})
