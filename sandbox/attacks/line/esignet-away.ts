import { withPushedRequests } from '../../tampering/at-release.ts'
import { defineAttack } from '../attack.ts'

/** Nothing listens at its port. */
export default defineAttack({
  name: 'esignet-away',
  rows: ['J02'],
  says: 'wants to log in while nobody answers at eSignet',
  answeredAs: 'provider-unavailable',
  forgets: true,
  ways: {
    'functions that know it': async (scene) => {
      const { browser } = await scene.begin()
      await scene.setEsignetListening(false)
      await scene.mark()
      return browser.visit(`${scene.api}/omera-bank/login?act=open-account`)
    },
    'functions that just began': async (scene) => {
      await scene.endFunctions('when-idle')
      await scene.setEsignetListening(false)
      await scene.mark()
      return scene.browser().visit(`${scene.api}/omera-bank/login?act=open-account`)
    },
  },
  notAt: [{ ...withPushedRequests, ways: ['functions that know it'] }],
})
