import { defineAttack, type Strike } from '../attack.ts'
import { doorPaths, inOrder } from '../our-doors.ts'

const spelled =
  (...services: readonly string[]): Strike =>
  (scene) =>
    inOrder(
      services.flatMap((service) =>
        [doorPaths.login, doorPaths.callback].map((path) => path.replace('omera-bank', service)),
      ),
      (path) => scene.send({ path: `${path}?act=sign-in` }),
    )

/** An id is compared byte by byte: nothing is folded, trimmed or normalised. */
export default defineAttack({
  name: 'service-that-looks-alike',
  rows: ['G11', 'G21'],
  says: 'names a service in letters that look like, or could be made into, those of one of ours',
  answeredAs: 'service-unknown',
  ways: {
    'of full width': spelled('%EF%BD%96isa', '%EF%BD%8F%EF%BD%8Dera-bank'),
    'of another alphabet': spelled('vis%D0%B0', '%D0%BEmera-bank'),
    'in pieces': spelled('vis%61%CC%8A', 'visa%E2%80%8D', '%E2%80%8Bvisa', '%EF%BB%BFvisa'),
    'in capitals': spelled('Visa', 'VISA', 'Omera-Bank', 'v%C4%B1sa'),
    'with another hyphen': spelled('omera%E2%80%90bank', 'omera_bank', 'omera%C2%ADbank'),
    'with something behind it': spelled(
      'visa.',
      'visa%00',
      'visa%20',
      'visa%0A',
      'visa;x=1',
      'visa%2500',
      'visa%23',
      'visa%3F',
    ),
    'with something before it': spelled('%20visa', '.visa', '..%5Cvisa', '%00visa', '%09visa'),
    'in the other order of reading': spelled('%E2%80%AEasiv', 'asiv'),
    'of the language itself': spelled('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
    'in a list': spelled('visa,omera-bank', '*', 'visa%7Comera-bank', '%7Bservice%7D'),
  },
})
