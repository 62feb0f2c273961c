import { defineLie } from '../lie.ts'
import { text } from '../tellings.ts'

export default defineLie({
  name: 'prototype-in-the-answer',
  rows: ['B23'],
  says: "the answer has members named after JavaScript's own",
  door: 'token',
  variants: {
    proto: text((honest) => honest.replace('{', '{"__proto__":{"id_token":"x","polluted":true},')),
    constructor: text((honest) => honest.replace('{', '{"constructor":{"prototype":{"polluted":true}},')),
  },
  refusedAs: 'accepted',
})
