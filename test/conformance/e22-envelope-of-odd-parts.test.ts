import { lie } from './telling.ts'

lie('E22', 'envelope-of-odd-parts', {
  as: 'token-malformed',
  ways: ['tag cut', 'nonce of 16 bytes', 'header no JSON', 'no content'],
})
