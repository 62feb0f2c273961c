import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

/** At every door that has a service in its path; only logins are in the audit trail. */
const named = (service: string) => async (scene: Scene) => [
  await scene.send({ path: `/${service}/login?act=open-account` }),
  await scene.send({ path: `/${service}/callback?code=c&state=s` }),
  await scene.send({ path: `/${service}/session` }),
]

export default defineAttack({
  name: 'service-made-up',
  rows: ['A30', 'A33'],
  says: 'asks for a service that nobody runs',
  answeredAs: 'service-unknown',
  leaves: { audit: { 'login-refused service-unknown': 2 } },
  ways: {
    'a name nobody has': named('omega-bank'),
    'the name of a prototype': named('__proto__'),
    'the name of a constructor': named('constructor'),
    'the name of a method': named('hasOwnProperty'),
    'ten kilobytes': named('a'.repeat(10_000)),
    'two dots': named('..'),
    'two escaped dots': named('%2e%2e'),
    'a service with a parameter': named('omera-bank;v=1'),
    'a service with a NUL': named('omera-bank%00'),
    'a service with a space': named('omera-bank%20'),
    'two services': named('omera-bank,visa'),
  },
})
