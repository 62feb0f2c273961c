import { defineLie } from '../lie.ts'
import { idTokenAs, keySet } from '../tellings.ts'
import { signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'keys-rotated',
  rows: ['D13'],
  says: 'eSignet changes its key between code and token',
  door: 'jwks',
  tell: (honest, tools) =>
    tools.timesTold === 0
      ? honest
      : keySet((keys) => [...keys, tools.strangers.strong().published('the-new-key')])(honest, tools),
  alongside: {
    token: idTokenAs(({ header, claims }, { strangers }) =>
      signAsStranger(strangers.strong().privateKey, { ...header, kid: 'the-new-key' }, JSON.stringify(claims)),
    ),
  },
  refusedAs: 'accepted',
})
