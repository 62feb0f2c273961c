import { driveLogin } from '../esignet/drive.ts'
import type { Browser } from '../journey/browser.ts'
import type { PracticeWorld } from './practice-world.ts'

/** Where a login ended. */
export interface Ending {
  readonly response: Response
  /** Secrets that this browser saw and nobody else may. */
  readonly secrets: readonly string[]
}

const parts = (errand: string): readonly [service: string, act: string] => {
  const [service = '', act = ''] = errand.split('/')
  return [service, act]
}

/** Logs the person in at eSignet, from our first door to our last. */
export const logIn = async (world: PracticeWorld, browser: Browser, errand: string): Promise<Ending> => {
  const [service, act] = parts(errand)
  const query = new URLSearchParams({ act, return_to: '/' })
  const entrance = await browser.visit(`${world.api}/${service}/login?${query}`)
  const authorizeUrl = entrance.headers.get('location')
  // Refused before anybody was sent to eSignet.
  if (authorizeUrl === null || new URL(authorizeUrl).origin !== new URL(world.esignet).origin)
    return { response: entrance, secrets: [] }
  const { individualId } = world.person
  const { redirectTo } = await driveLogin({ authorizeUrl, individualId, factor: 'otp', consent: 'allow' })
  const back = new URL(redirectTo)
  const secrets = ['code', 'state', 'id_token', 'error_description'].flatMap((name) => back.searchParams.getAll(name))
  return { response: await browser.visit(redirectTo), secrets: secrets.filter((word) => word.length >= 6) }
}

export const bringsSession = ({ headers }: Response): boolean =>
  headers.getSetCookie().some((line) => /-session=[^;]/.test(line))

/** How the act ended, by the session of this browser. */
export const outcomeOf = async (
  world: PracticeWorld,
  browser: Browser,
  errand: string,
): Promise<string | undefined> => {
  const [service, act] = parts(errand)
  const answer = await browser.ask(`${world.api}/${service}/session`)
  const session: { readonly acts?: Readonly<Record<string, { readonly outcome: string }>> } = JSON.parse(
    await answer.text(),
  )
  return session.acts?.[act]?.outcome
}
