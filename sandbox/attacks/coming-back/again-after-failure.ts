import { defineAttack } from '../attack.ts'
import type { CameBack, Scene } from '../scene.ts'

const after = (fails: (scene: Scene, back: CameBack) => Promise<unknown>) => async (scene: Scene) => {
  const back = await scene.comeBack()
  await fails(scene, back)
  await scene.mark()
  const answers = [await back.browser.visit(back.redirectTo), await back.browser.visit(back.redirectTo)]
  const [first, second] = answers.map(({ status, headers }) => [status, placeOf(headers['location']?.[0])].join(' '))
  if (first !== second) scene.wrong('the second repeat is told otherwise than the first')
  return answers
}

const placeOf = (location = ''): string => location.replace(/trace=[^&]+/, '')

const lied = (name: string, way: string) =>
  after(async (scene, { browser, redirectTo }) => {
    await scene.tell(name, way)
    await browser.visit(redirectTo)
    await scene.tell(null)
  })

/** A login that failed is over: the code may still be good at eSignet, and is not sent again. */
export default defineAttack({
  name: 'again-after-failure',
  rows: ['A22'],
  says: 'comes back with the same answer after it was refused',
  answeredAs: 'transaction-replayed',
  ways: {
    'the person had said no': after((_, { browser, redirectTo }) => {
      const address = new URL(redirectTo)
      address.searchParams.delete('code')
      address.searchParams.set('error', 'access_denied')
      return browser.visit(address.href)
    }),
    'the answer had come from another provider': after((_, { browser, redirectTo }) => {
      const address = new URL(redirectTo)
      address.searchParams.set('iss', 'https://evil.example')
      return browser.visit(address.href)
    }),
    'the token endpoint had failed': lied('token-endpoint-fails', '503'),
    'the ID token had been of another login': lied('nonce-of-another-login', 'wrong'),
  },
})
