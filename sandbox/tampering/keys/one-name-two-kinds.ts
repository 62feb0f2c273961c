import { defineLie } from '../lie.ts'
import { keySet } from '../tellings.ts'

export default defineLie({
  name: 'one-name-two-kinds',
  rows: ['D03'],
  says: 'two keys of different kinds have the same name',
  door: 'jwks',
  tell: keySet(([own, ...others], { strangers }) => [
    strangers.ellipticCurve().published(String(own?.kid)),
    own,
    ...others,
  ]),
  refusedAs: 'accepted',
})
