import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checks } from '../../../infra/operate/doctor/checks/index.ts'
import { releaseNames } from '../../../infra/operate/release.ts'
import { newFolder } from './folder.ts'
import { rsaKey } from './keys.ts'
import { type } from './terminal.ts'

const page = readFileSync('docs/esignet.md', 'utf8')
const [created, patched] = [...page.matchAll(/```json\n(.*?)\n```/gs)].map(([, text]) => JSON.parse(text ?? ''))

/** What differs from one day and one key to the next. */
const timeless = (body: string) =>
  JSON.parse(body, (name, value) => (name === 'n' ? '…' : name === 'requestTime' ? '2030-01-31T10:00:00.000Z' : value))

const printed = async (key: object, ...more: string[]) => {
  const jwks = newFolder()('jwks.json', { keys: [key] })
  const service = 'services/omera-bank.json'
  return timeless(
    (await type(['client-registration', '--release', '1.8', '--service', service, '--jwks', jwks, ...more])).out,
  )
}

test('docs/esignet.md shows the registration that is printed', async () => {
  const places = ['--redirect-uri', 'https://login.example.org/omera-bank/callback']
  const key = rsaKey(created.request.publicKey.kid)
  expect(await printed(key, ...places, '--logo', 'https://bank.example.org/logo.svg')).toEqual(created)
})

test('and the call that sets the key for encrypted UserInfo', async () => {
  const key = rsaKey(patched.request.encPublicKey.kid, 2048, { use: 'enc' })
  expect(await printed(key, '--patch')).toEqual(patched)
})

test('and every release and every check', () => {
  for (const name of releaseNames) expect(page).toContain(`\n| ${name} | `)
  for (const { name } of checks) expect(page).toContain(`\`${name}\``)
})
