import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'subject-unusable',
  rows: ['C21'],
  says: 'the subject is a name under which people cannot be told apart',
  door: 'token',
  variants: {
    empty: idToken({ sub: '' }),
    '256 characters': idToken({ sub: 's'.repeat(256) }),
    'control characters': idToken({ sub: 'some\u0000body' }),
    'half a character': idToken({ sub: 'some\ud800body' }),
    'letters that can be written in two ways': idToken({ sub: 'some-bod\u00fd' }),
    'white space': idToken({ sub: 'some body' }),
  },
  refusedAs: 'subject-invalid',
})
