import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const backWith = (order: (own: string, other: string) => string) => async (scene: Scene) => {
  const { browser, redirectTo, state } = await scene.comeBack()
  const other = await scene.comeBack()
  await scene.mark()
  const address = new URL(redirectTo)
  address.searchParams.delete('state')
  const states = order(`state=${encodeURIComponent(state)}`, `state=${encodeURIComponent(other.state)}`)
  return browser.visit(`${address.href}&${states}`)
}

/** Whoever reads the first and whoever reads the last would complete two different logins (RFC 6749 §3.1). */
export default defineAttack({
  name: 'two-states',
  rows: ['A03'],
  says: 'comes back with two states',
  answeredAs: 'parameter-invalid',
  ways: {
    'the own one first': backWith((own, other) => `${own}&${other}`),
    'that of another first': backWith((own, other) => `${other}&${own}`),
    'the same twice': backWith((own) => `${own}&${own}`),
    'an empty one before': backWith((own) => `state=&${own}`),
    'the second in another spelling': backWith((own, other) => `${own}&%73tate${other.slice('state'.length)}`),
  },
})
