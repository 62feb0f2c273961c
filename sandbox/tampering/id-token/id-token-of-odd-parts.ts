import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'

export default defineLie({
  name: 'id-token-of-odd-parts',
  rows: ['C43'],
  says: 'the ID token has too few parts, or too many',
  door: 'token',
  variants: {
    two: idTokenAs(({ compact }) => compact.split('.').slice(0, 2).join('.')),
    four: idTokenAs(({ compact }) => `${compact}.AAAA`),
    'five, as if encrypted': idTokenAs(({ compact }) => `${compact}.AAAA.AAAA`),
    one: idTokenAs(({ compact }) => compact.replaceAll('.', '')),
    'an empty header': idTokenAs(({ compact }) => `.${compact.split('.').slice(1).join('.')}`),
  },
  refusedAs: 'token-malformed',
})
