import { defineAttack, type Strike } from '../attack.ts'
import { doorPaths, inOrder } from '../our-doors.ts'

const spelled =
  (...acts: readonly string[]): Strike =>
  (scene) =>
    inOrder(acts, (act) => scene.send({ path: `${doorPaths.login}?act=${act}` }))

export default defineAttack({
  name: 'act-that-looks-alike',
  rows: ['G21'],
  says: 'names an act almost as it is called',
  answeredAs: 'act-unknown',
  ways: {
    'in capitals': spelled('Open-Account', 'OPEN-ACCOUNT', 'open-accounT'),
    'with something behind it': spelled(
      'open-account.',
      'open-account%20',
      'open-account+',
      'open-account%2500',
      'open-account%23',
    ),
    'with something before it': spelled('%20open-account', '.open-account', '-open-account'),
    'with another hyphen': spelled('open_account', 'open--account', 'openaccount'),
    'of another service': spelled('apply'),
    'of the language itself': spelled('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
    'in a list': spelled('open-account,sign-in', '*', '[0]'),
    'not at all': spelled(''),
  },
})
