import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'code-of-strange-characters',
  rows: ['A09'],
  says: 'the code is endless, or made of characters no code has',
  door: 'success-redirect',
  variants: {
    '8 kB': redirect((address) => address.searchParams.set('code', 'c'.repeat(8192))),
    'not visible ASCII': redirect((address) => address.searchParams.set('code', 'códe-with-ünusual-signs')),
    'a NUL': redirect((address) => address.searchParams.set('code', 'code-with\u0000nothing')),
  },
  leaves: 'still-pending',
  refusedAs: 'parameter-invalid',
})
