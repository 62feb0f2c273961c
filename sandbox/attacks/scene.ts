import { createHash } from 'node:crypto'
import type { Errand } from '../tampering/lie.ts'
import type { WantedFault } from '../world/controls.ts'
import type { Left } from './attack.ts'
import { type Browser, openBrowser } from './browser.ts'
import { type Answer, type Asking, send, sendBytes } from './http.ts'
import type { Surroundings } from './surroundings.ts'

/** A login on its way: the browser is to go to eSignet. */
export interface Begun {
  readonly browser: Browser
  readonly authorizeUrl: string
}

/** A login that came as far as the way back from eSignet. */
export interface CameBack {
  readonly browser: Browser
  /** Where eSignet sends the browser: the callback door with code, state and iss. */
  readonly redirectTo: string
  readonly state: string
  readonly code: string
}

/** Where an attack takes place: a practice world, seen by somebody with a terminal and a browser, and the switches of its start page. */
export interface Scene {
  /** Origin of our doors. */
  readonly api: string
  /** Everything before was preparation: what is counted begins here. */
  readonly mark: () => Promise<void>
  /** How the act of a login ends that nobody disturbs: `permit`, unless eSignet is of a release that knows less. */
  readonly honestEnding: string
  /** One request to our doors, as written. */
  readonly send: (asking: Asking) => Promise<Answer>
  /** Bytes on a connection to our doors; `silence` in milliseconds ends it from here. @returns the first answer, if any came */
  readonly sendBytes: (bytes: string | Buffer, silence?: number) => Promise<Answer | undefined>
  /** Origins of the pages beside our doors: the start page, and the portal of each service. */
  readonly pages: { readonly home: string; readonly portals: Readonly<Record<string, string>> }
  /** One request to another origin of the practice world. */
  readonly sendTo: (origin: string, asking: Asking) => Promise<Answer>
  /** A browser of its own, or one with the cookies of another. */
  readonly browser: (cookies?: ReadonlyMap<string, string>) => Browser
  /** Visits the login door. Throws when it refuses. */
  readonly begin: (errand?: Errand, browser?: Browser) => Promise<Begun>
  /** Logs in at eSignet with a one-time code and consents. */
  readonly atEsignet: (begun: Begun) => Promise<CameBack>
  /** All of a login up to the way back. */
  readonly comeBack: (errand?: Errand, browser?: Browser) => Promise<CameBack>
  /** An honest login from the first to the last door. Throws when it is refused. */
  readonly logIn: (errand?: Errand, browser?: Browser) => Promise<Browser>
  readonly fail: (faults: readonly WantedFault[]) => Promise<void>
  /** Seconds by which our clock, or that of eSignet and of the people who log in there, is ahead from now on. */
  readonly setClock: (ahead: { readonly functions?: number; readonly esignet?: number }) => Promise<void>
  /** Changes the row of a login as somebody with access to the table would. */
  readonly alterLogin: (
    state: string,
    change: { readonly set?: Readonly<Record<string, string | number>>; readonly remove?: readonly string[] },
  ) => Promise<void>
  /** Deletes the row of a login. */
  readonly loseLogin: (state: string) => Promise<void>
  readonly endFunctions: (when: 'when-idle' | 'at-once') => Promise<void>
  readonly setEsignetListening: (listening: boolean) => Promise<void>
  /** Lets eSignet tell a lie from now on; null ends it. */
  readonly tell: (name: string | null, way?: string) => Promise<void>
  /** Calls of eSignet by door, of KMS by operation, and what each function did, since the mark. */
  readonly counted: () => Promise<{
    readonly esignet: Readonly<Record<string, number>>
    readonly invocations: Readonly<Record<string, number>>
    /** How many instances of each function began. */
    readonly coldStarts: Readonly<Record<string, number>>
    readonly kms: Readonly<Record<string, number>>
    readonly faultsMet: number
    /** What is more than at the mark: for attacks after which that depends on who came first. */
    readonly left: Left
  }>
  /** In how many log lines and audit events a text stands, ever. */
  readonly logged: (text: string) => Promise<number>
  /** Something that must never be found in a log, an address or a page. */
  readonly secret: (...words: readonly string[]) => void
  /** Says what is amiss beyond codes and counts. */
  readonly wrong: (what: string) => void
}

/** `state` as the table of logins has it. */
const hashOf = (state: string): string => createHash('sha256').update(state, 'utf8').digest('base64url')

/** Where logs, canaries and counts are kept is no matter of an attack. */
export const openScene = (world: Surroundings): Scene => {
  let esignetAhead = 0
  const now = (): Date => new Date(Date.now() + esignetAhead * 1000)
  const begin: Scene['begin'] = async (errand = 'omera-bank/open-account', browser = openBrowser()) => {
    const [service, act = ''] = errand.split('/')
    const answer = await browser.visit(`${world.api}/${service}/login?${new URLSearchParams({ act, return_to: '/' })}`)
    const authorizeUrl = answer.headers['location']?.[0] ?? ''
    if (!authorizeUrl.startsWith(world.esignet)) throw new Error(`an honest login was refused with ${answer.status}`)
    return { browser, authorizeUrl }
  }
  const atEsignet: Scene['atEsignet'] = async ({ browser, authorizeUrl }) => {
    const redirectTo = await world.logInAtEsignet(authorizeUrl, now)
    const query = new URL(redirectTo).searchParams
    const [state, code] = [query.get('state') ?? '', query.get('code') ?? '']
    world.secret(state, code)
    return { browser, redirectTo, state, code }
  }
  const comeBack: Scene['comeBack'] = async (errand, browser) => atEsignet(await begin(errand, browser))
  return {
    api: world.api,
    mark: world.mark,
    honestEnding: world.honestEnding,
    send: (asking) => send(world.api, asking),
    sendBytes: (bytes, silence) => sendBytes(world.api, bytes, silence),
    pages: world.pages,
    sendTo: send,
    browser: openBrowser,
    begin,
    atEsignet,
    comeBack,
    logIn: async (errand, browser) => {
      const back = await comeBack(errand, browser)
      const { status, headers } = await back.browser.visit(back.redirectTo)
      const session = (headers['set-cookie'] ?? []).some((line) => /-session=[^;]/.test(line))
      if (status !== 303 || !session) throw new Error(`an honest login ended with ${status}`)
      return back.browser
    },
    fail: (faults) => world.control('faults', { faults }),
    setClock: (ahead) => {
      esignetAhead = ahead.esignet ?? 0
      return world.control('clock', ahead)
    },
    alterLogin: (state, change) =>
      world.control('rows', { table: 'login-transactions', key: { stateHash: hashOf(state) }, ...change }),
    loseLogin: (state) =>
      world.control('rows', { table: 'login-transactions', key: { stateHash: hashOf(state) }, gone: true }),
    endFunctions: (end) => world.control('functions', { end }),
    setEsignetListening: (listening) => world.control('esignet', { listening }),
    tell: world.tell,
    counted: world.counted,
    logged: world.logged,
    secret: world.secret,
    wrong: world.wrong,
  }
}
