import { defineAttack, type Strike } from '../attack.ts'
import { doorPaths, inOrder } from '../our-doors.ts'

const spelled =
  (...acts: readonly string[]): Strike =>
  (scene) =>
    inOrder(acts, (act) => scene.send({ path: `${doorPaths.login}?act=${act}` }))

/** Ids are ASCII, so what is not is refused before it is compared. */
export default defineAttack({
  name: 'act-outside-ascii',
  rows: ['G21'],
  says: 'names an act in letters that normalise to ours',
  answeredAs: 'parameter-invalid',
  ways: {
    'of full width': spelled('%EF%BD%8Fpen-account', 'open%EF%BC%8Daccount'),
    'of another alphabet': spelled('%D0%BEpen-account', 'open-a%D1%81count'),
    'with a mark that is not seen': spelled('open-account%E2%80%8B', '%EF%BB%BFopen-account', 'open%C2%ADaccount'),
    'with a NUL': spelled('open-account%00', '%00open-account'),
    'in broken UTF-8': spelled('open-account%FF', '%C0%AFopen-account', 'open-account%ED%A0%80'),
  },
})
