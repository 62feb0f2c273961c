import { defineLie } from '../lie.ts'
import { idTokenText } from '../tellings.ts'

export default defineLie({
  name: 'prototype-claim',
  rows: ['C40'],
  says: "the ID token has claims named after JavaScript's own",
  door: 'token',
  variants: {
    proto: idTokenText((payload) => payload.replace('{', '{"__proto__":{"acr":"x","polluted":true},')),
    constructor: idTokenText((payload) => payload.replace('{', '{"constructor":{"prototype":{"polluted":true}},')),
  },
  refusedAs: 'accepted',
})
