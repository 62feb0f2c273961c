import type { Members } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'
import { signAsStranger, type Tools } from '../tools.ts'

const signedBy = (parameters: (tools: Tools) => Members) =>
  idTokenAs(({ header, claims }, tools) =>
    signAsStranger(tools.strangers.strong().privateKey, { ...header, ...parameters(tools) }, JSON.stringify(claims)),
  )

export default defineLie({
  name: 'key-in-the-header',
  rows: ['C09'],
  says: 'the ID token brings its own key along',
  door: 'token',
  variants: {
    jwk: signedBy(({ strangers }) => ({ jwk: strangers.strong().published('stranger') })),
    jku: signedBy(({ esignet }) => ({ jku: `${esignet}/.well-known/openid-configuration` })),
    x5u: signedBy(({ esignet }) => ({ x5u: `${esignet}/.well-known/openid-configuration` })),
    x5c: signedBy(({ published }) => ({ x5c: published[1]?.['x5c'] })),
  },
  refusedAs: 'signature-invalid',
})
