import { askingBackTo } from '../asking-back-to.ts'
import { defineAttack } from '../attack.ts'

/** Characters that a browser drops or folds before it reads an address: nobody may send them at all. */
export default defineAttack({
  name: 'return-to-malformed',
  rows: ['A27'],
  says: 'begins a login that is to end at an address no browser reads as it is written',
  answeredAs: 'parameter-invalid',
  ways: {
    'a tab between slashes': askingBackTo(() => '/\t/evil.example/'),
    'a line break between slashes': askingBackTo(() => '/\n/evil.example/'),
    'a line break and a header': askingBackTo(() => '/\r\nlocation: https://evil.example/'),
    'a NUL': askingBackTo(() => '/\u0000/evil.example/'),
    'a control character before': askingBackTo(() => '\u0001//evil.example/'),
    'slashes of full width': askingBackTo(() => '／／evil.example/'),
    'a full stop of another script': askingBackTo(() => 'https://evil。example/'),
    'a mark that turns the direction': askingBackTo(() => '/\u202e//evil.example/'),
    'five kilobytes': askingBackTo(() => `/${'a'.repeat(5_000)}`),
    'two addresses': (scene) =>
      scene.send({ path: '/omera-bank/login?act=open-account&return_to=%2F&return_to=%2F%2Fevil.example' }),
    'an escape that is broken': (scene) =>
      scene.send({ path: '/omera-bank/login?act=open-account&return_to=%2F%FF%2Fevil.example' }),
  },
})
