import { withProofOfPossession } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

const askedWith = (nonce: string) =>
  answers({
    status: 400,
    headers: { 'dpop-nonce': nonce },
    body: '{"error":"use_dpop_nonce","error_description":"use_dpop_nonce"}',
  })

export default defineLie({
  name: 'nonce-hostile',
  rows: ['B19'],
  says: 'the nonce for the proof of possession is endless, or made of characters that no nonce has',
  door: 'token',
  variants: {
    '10 kB': askedWith('n'.repeat(10_240)),
    'quotes and spaces': askedWith('a "nonce", and \\more'),
    'not ASCII': askedWith('n\u00f6nce'),
    empty: askedWith(''),
  },
  during: 'visa/apply',
  refusedAs: 'dpop-refused',
  notAt: [withProofOfPossession],
})
