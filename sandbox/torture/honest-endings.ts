import { openBrowser } from '../journey/browser.ts'
import type { Outcome } from '../personas.ts'
import { type Errand, errands } from '../tampering/lie.ts'
import { bringsSession, logIn, outcomeOf } from './login.ts'
import type { PracticeWorld } from './practice-world.ts'

/** How a login ends to which nobody lies, by what it is for. It differs from release to release of eSignet. */
export type HonestEndings = Readonly<Record<Errand, Outcome>>

/**
 * Logs in once for everything that logins of ordeals are for. What is harmless must end in the same way.
 *
 * @throws Error when a login ends otherwise than the start page promises: nothing that follows would mean anything
 */
export const measureHonestEndings = async (world: PracticeWorld): Promise<HonestEndings> => {
  for (const errand of errands) {
    const promised = promisedBy(world, errand)
    const found = await endingOf(world, errand)
    if (found !== promised) throw new Error(`An honest login for ${errand} ends as ${found}, and not as ${promised}.`)
  }
  return {
    'omera-bank/open-account': promisedBy(world, 'omera-bank/open-account'),
    'visa/apply': promisedBy(world, 'visa/apply'),
  }
}

const promisedBy = ({ promised }: PracticeWorld, errand: Errand): Outcome => promised[errand] ?? 'permit'

const endingOf = async (world: PracticeWorld, errand: Errand): Promise<string> => {
  const browser = openBrowser()
  const { response } = await logIn(world, browser, errand)
  return bringsSession(response) ? ((await outcomeOf(world, browser, errand)) ?? 'nothing') : 'technical'
}
