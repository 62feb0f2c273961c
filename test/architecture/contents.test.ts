import { expect, test } from 'vitest'
import { filesOfTheCheckout, textOf } from './checkout.ts'
import { wrongContents } from './contents.ts'

test('no file holds a key, a path of one machine, or a registry', () => {
  expect(filesOfTheCheckout().flatMap((file) => wrongContents(file, textOf(file)))).toEqual([])
})

const dashes = '-'.repeat(5)
const slash = '/'

test.each([
  ['a private key', `${dashes}BEGIN PRIVATE KEY${dashes}\nMIIEvQIBADANBgkqhkiG9w0BAQ`],
  ['a private key', `${dashes}BEGIN RSA PRIVATE KEY${dashes}\nMIIEvQIBADANBgkqhkiG9w0BAQ`],
  ['a private JWK', `{"kty":"EC","${'d'}": "${'x'.repeat(43)}"}`],
  ['an AWS access key', `AKIA${'B'.repeat(16)}`],
  ['a path of one machine', `see ${slash}work/main`],
  ['a path of one machine', `"${slash}home/anna/verify-once"`],
  ['a package registry', `https://registry.${'npmjs'}.org/zod`],
  ['a package registry', `"${'resolved'}": "https://mirror.example/zod.tgz"`],
])('%s is found', (what, text) => {
  expect(wrongContents('notes.md', text)).toEqual([`notes.md contains ${what}`])
})

test.each(['https://example.org/work/', './work/main', 'the "resolved" identity', '"d": "short"', 'network/work'])(
  '%s is well',
  (text) => {
    expect(wrongContents('notes.md', text)).toEqual([])
  },
)
