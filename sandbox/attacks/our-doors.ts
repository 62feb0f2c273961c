import { setTimeout } from 'node:timers/promises'
import type { Answer } from './http.ts'
import type { Scene } from './scene.ts'

/**
 * The doors of people's browsers, and what anybody may ask, by the name of the function. All of them are asked with GET. Those
 * of a service's own back end are tried by the journeys through the back channel.
 */
export const doorPaths = {
  login: '/omera-bank/login',
  callback: '/omera-bank/callback',
  session: '/omera-bank/session',
  jwks: '/.well-known/jwks.json',
  health: '/health',
} as const

export const allPaths: readonly string[] = Object.values(doorPaths)

/** What a page visit says of itself. */
export const asPage = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } as const

/** API Gateway answered by itself: none of our functions may have run since the mark. */
export const noneInvoked = async ({ counted, wrong }: Scene): Promise<void> => {
  const { invocations } = await counted()
  for (const [name, times] of Object.entries(invocations)) if (times > 0) wrong(`${name} was invoked ${times} times`)
}

/** Login and callback have throttles: whoever meets one waits a little, so that no answer depends on what was asked before. */
export const patiently = async (ask: () => Promise<Answer>): Promise<Answer> => {
  for (let left = 50; ; left -= 1) {
    const answer = await ask()
    if (answer.status !== 429 || left === 0) return answer
    await setTimeout(100)
  }
}

/** Asks one after the other. */
export const inOrder = async <Thing>(
  things: readonly Thing[],
  ask: (thing: Thing, index: number) => Promise<Answer>,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = []
  for (const [index, thing] of things.entries()) answers.push(await patiently(() => ask(thing, index)))
  return answers
}

/** An answer as far as it must be alike each time: without dates, references and lengths. */
export const gist = ({ status, headers, body }: Answer): string => {
  const reference = headers['apigw-requestid']?.[0] ?? '-'
  const fleeting = new Set(['date', 'apigw-requestid', 'content-length', 'connection', 'keep-alive'])
  const kept = Object.entries(headers).filter(([name]) => !fleeting.has(name))
  return JSON.stringify([status, kept, body]).replaceAll(reference, 'reference')
}

/** An answer whose words are nobody's business here, such as those of a session. */
export const withoutBody = (answer: Answer): Answer => ({ ...answer, body: '' })
