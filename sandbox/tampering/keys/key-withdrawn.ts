import { defineLie } from '../lie.ts'
import { idTokenAs, keySet } from '../tellings.ts'
import { signAsStranger } from '../tools.ts'

/** The first answer holds one key more than every later one, and that key signs all along. */
export default defineLie({
  name: 'key-withdrawn',
  rows: ['D15'],
  says: 'a key that eSignet published a moment ago, and does not any more, signs on',
  door: 'jwks',
  tell: (honest, tools) =>
    tools.timesTold === 0
      ? keySet((keys) => [...keys, tools.strangers.strong().published('the-withdrawn-key')])(honest, tools)
      : honest,
  alongside: {
    token: idTokenAs(({ header, claims }, { strangers }) =>
      signAsStranger(strangers.strong().privateKey, { ...header, kid: 'the-withdrawn-key' }, JSON.stringify(claims)),
    ),
  },
  refusedAs: 'accepted',
})
