import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'

export default defineLie({
  name: 'picture-enormous',
  rows: ['E25', 'H07'],
  says: 'the picture of the person is larger than anybody keeps',
  door: 'userinfo',
  variants: {
    '330 kB': userInfo({ picture: `data:image/png;base64,${'A'.repeat(330_000)}` }),
    '600 kB': userInfo({ picture: `data:image/png;base64,${'A'.repeat(600_000)}` }),
    '5 MB': userInfo({ picture: `data:image/png;base64,${'A'.repeat(5_000_000)}` }),
  },
  refusedAs: 'answer-too-large',
})
