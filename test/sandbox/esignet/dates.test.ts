import { afterEach, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { people } from './people.ts'

let esignet: RunningEsignet
afterEach(() => esignet.close())

const dateOf = async () => (await fetch(`${esignet.url}/.well-known/jwks.json`)).headers.get('date')

test('answers are dated by the clock of eSignet, wherever it stands, and by a lie that says otherwise', async () => {
  let now = new Date('2031-05-06T07:08:09Z')
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', now: () => now })
  expect(await dateOf()).toBe('Tue, 06 May 2031 07:08:09 GMT')
  now = new Date('2031-05-06T08:08:09Z')
  expect(await dateOf()).toBe('Tue, 06 May 2031 08:08:09 GMT')
  esignet.intercept((_, answer) => ({
    ...answer,
    headers: { ...answer.headers, date: 'Tue, 06 May 2031 09:00:00 GMT' },
  }))
  expect(await dateOf()).toBe('Tue, 06 May 2031 09:00:00 GMT')
})
