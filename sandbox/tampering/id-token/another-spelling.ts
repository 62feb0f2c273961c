import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** The next sign: a signature of 256 bytes leaves four bits of its last sign unused, which careless decoders drop. */
const neighbour = (sign: string): string => alphabet[alphabet.indexOf(sign) + 1] ?? ''

export default defineLie({
  name: 'another-spelling',
  rows: ['C44', 'C45'],
  says: 'the same ID token is spelt in another way, so that one becomes many',
  door: 'token',
  variants: {
    'line break': idTokenAs(({ compact }) => `${compact}\n`),
    'space behind': idTokenAs(({ compact }) => `${compact} `),
    'space before': idTokenAs(({ compact }) => ` ${compact}`),
    padding: idTokenAs(({ compact }) => `${compact}==`),
    'unused bits': idTokenAs(({ compact }) => `${compact.slice(0, -1)}${neighbour(compact.slice(-1))}`),
    'the other alphabet': idTokenAs(({ compact }) => compact.replaceAll('-', '+').replaceAll('_', '/')),
    'space in the header': idTokenAs(({ compact }) => `${compact.slice(0, 10)} ${compact.slice(10)}`),
    'space in the claims': idTokenAs(({ compact }) => compact.replace('.', '. ')),
    'space in the signature': idTokenAs(({ compact }) => `${compact.slice(0, -4)} ${compact.slice(-4)}`),
  },
  refusedAs: 'token-malformed',
})
