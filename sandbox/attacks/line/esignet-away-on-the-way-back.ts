import { defineAttack } from '../attack.ts'

/** The code was never sent, so nobody needs to be told that its fate is unknown. */
export default defineAttack({
  name: 'esignet-away-on-the-way-back',
  rows: ['J02'],
  says: 'comes back while nobody answers at eSignet any more',
  answeredAs: 'provider-unavailable',
  leaves: {
    audit: { 'login-refused provider-unavailable': 1 },
    logins: { PENDING: -1, 'FAILED provider-unavailable': 1 },
  },
  forgets: true,
  ways: {
    'functions that know it': async (scene) => {
      await scene.logIn()
      const { browser, redirectTo } = await scene.comeBack()
      await scene.setEsignetListening(false)
      await scene.mark()
      return browser.visit(redirectTo)
    },
    'functions that just began': async (scene) => {
      const { browser, redirectTo } = await scene.comeBack()
      await scene.endFunctions('when-idle')
      await scene.setEsignetListening(false)
      await scene.mark()
      return browser.visit(redirectTo)
    },
  },
})
