import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const from = (service: string, act: string, other: string, path: string) => (scene: Scene) => {
  const query = new URLSearchParams({ act, return_to: `${scene.pages.portals[other]}${path}` })
  return scene.send({ path: `/${service}/login?${query}` })
}

/** Each service has a list of its own; that an address is good somewhere is no reason. */
export default defineAttack({
  name: 'return-to-another-service',
  rows: ['A28'],
  says: 'begins a login at one service that is to end at another',
  answeredAs: 'return-to-not-allowed',
  ways: {
    'from the visa portal to the bank': from('visa', 'apply', 'omera-bank', '/'),
    'from the bank to the visa portal': from('omera-bank', 'open-account', 'visa', '/'),
    'to a page of the other': from('omera-bank', 'open-account', 'visa', '/account?x=1'),
  },
})
