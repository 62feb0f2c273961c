import { describe, expect, it } from 'vitest'
import type { Release } from '../../../sandbox/esignet/start.ts'
import { liePanel } from '../../../sandbox/start-page/lie-panel.ts'
import { switchesOf } from '../../../sandbox/start-page/switches.ts'
import { lies } from '../../../sandbox/tampering/index.ts'

const honest = { 'omera-bank/open-account': 're-verify', 'visa/apply': 're-verify' } as const
const at = (release: Release) => switchesOf({ lies, release }, honest)
const named = (release: Release, name: string) => at(release).find((each) => each.name === name)

describe('the switches of the start page', () => {
  it('are all there at 1.8, and nothing is offered at a release that cannot tell it', () => {
    expect(at('1.8').map(({ name }) => name)).toEqual(lies.map(({ name }) => name))
    expect(named('2.0', 'framework-missing')).toBeUndefined()
    expect(named('1.6', 'request-refused')).toBeUndefined()
    expect(named('2.0', 'user-info-with-twins')?.ways).toEqual(['subject'])
  })

  it('tell the code of the release, way by way where ways differ', () => {
    expect(named('1.8', 'access-token-of-another')?.expected).toHaveLength(1)
    expect(named('2.0', 'access-token-of-another')?.expected).toMatchObject([
      { refusedAs: 'access-token-hash-mismatch', ways: ['another hash', 'a list', 'padded'] },
      { refusedAs: 'userinfo-refused', ways: ['another token'] },
    ])
  })

  it('promise of what is harmless what is promised to the honest', () => {
    expect(named('2.0', 'audience-as-list')?.expected).toMatchObject([{ refusedAs: 'accepted', endsAs: 're-verify' }])
  })
})

describe('the panel of lies', () => {
  it('shows what is offered, its codes, and no group that is empty', () => {
    const shown = liePanel(at('1.5')).text
    expect(shown).toContain('data-testid="tell-nonce-of-another-login"')
    expect(shown).not.toContain('data-testid="tell-request-refused"')
    expect(shown).not.toContain('the request it was sent')
    expect(liePanel(at('2.0')).text).toContain('href="/problems/userinfo-refused"')
  })
})
