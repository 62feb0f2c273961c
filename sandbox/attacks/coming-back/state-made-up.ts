import { createHash, randomBytes } from 'node:crypto'
import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const backWith = (makeUp: (state: string) => string) => async (scene: Scene) => {
  const { browser, redirectTo, state } = await scene.comeBack()
  await scene.mark()
  const address = new URL(redirectTo)
  address.searchParams.set('state', makeUp(state))
  return browser.visit(address.href)
}

/** eSignet is asked nothing: `asks` names no door. */
export default defineAttack({
  name: 'state-made-up',
  rows: ['A02'],
  says: 'comes back with a state that belongs to no login',
  answeredAs: 'transaction-unknown',
  ways: {
    'by chance': backWith(() => randomBytes(32).toString('base64url')),
    'one character off': backWith((state) => `${state.startsWith('A') ? 'B' : 'A'}${state.slice(1)}`),
    'one character too many': backWith((state) => `${state}A`),
    'in other case': backWith((state) => state.replace(/[a-z]/gi, (letter) => otherCase(letter))),
    'what the table has in its place': backWith((state) => createHash('sha256').update(state).digest('base64url')),
    'as long as a parameter may be': backWith(() => 'A'.repeat(2048)),
    'a name of the language itself': backWith(() => '__proto__'),
  },
})

const otherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
