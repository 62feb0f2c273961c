import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'request-uri-lives-implausibly',
  rows: ['A36'],
  says: 'the reference to the pushed request lives no time, or for ever',
  door: 'par',
  variants: {
    'no time': members({ expires_in: 0 }),
    'thirty years': members({ expires_in: 1_000_000_000 }),
    'a text': members({ expires_in: '60' }),
    negative: members({ expires_in: -1 }),
    'half a second more': members({ expires_in: 60.5 }),
    missing: members({ expires_in: undefined }),
  },
  refusedAs: 'pushed-answer-invalid',
  notAt: [withPushedRequests],
})
