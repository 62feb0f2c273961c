import { defineLie } from '../lie.ts'
import { idTokenAs, keySet } from '../tellings.ts'
import { signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'key-too-short',
  rows: ['D06'],
  says: 'the key has 1024 bits, and anybody patient can sign with it',
  door: 'jwks',
  tell: keySet(([own, ...others], { strangers }) => [strangers.short().published(String(own?.kid)), ...others]),
  alongside: {
    token: idTokenAs(({ header, claims }, { strangers }) =>
      signAsStranger(strangers.short().privateKey, header, JSON.stringify(claims)),
    ),
  },
  noticedAt: 'token',
  refusedAs: 'keys-untrustworthy',
})
