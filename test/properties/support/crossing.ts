import type { RefusalCode } from '../../../shared/kernel/codes.ts'
import { Fault } from '../../../shared/kernel/fault.ts'

/** What happens to one call of a port: it fails or is never answered, and either way with or without having had its effect. */
export const modes = ['fails before', 'fails after', 'silent before', 'silent after'] as const
export type Mode = (typeof modes)[number]

/** Which of a deed's port calls it happens to, counted from 0 in the order in which they begin. */
export interface Interference {
  readonly at: number
  readonly mode: Mode
}

/** The way from one deed to the world. A deed whose call is never answered is a function that was killed there. */
export interface Crossing {
  /** Names of the calls so far, in the order in which they began. */
  readonly calls: string[]
  /** The call that was interfered with, once it was. */
  readonly met: { call?: string }
  /** Resolves when the deed was stopped. */
  readonly stopped: Promise<'stopped'>
  pass<Value>(call: string, effect: () => Promise<Value>): Promise<Value>
}

/** `turn` is awaited before a call has its effect and again before its answer arrives: there a scheduler may let others go first. */
export const crossing = (
  interference: Interference | undefined,
  turn: (label: string) => Promise<void> = () => Promise.resolve(),
): Crossing => {
  const calls: string[] = []
  const met: { call?: string } = {}
  let stop: (how: 'stopped') => void = () => undefined
  const stopped = new Promise<'stopped'>((resolve) => {
    stop = resolve
  })
  const never = <Value>(): Promise<Value> => {
    stop('stopped')
    return new Promise<Value>(() => undefined)
  }
  const pass = async <Value>(call: string, effect: () => Promise<Value>): Promise<Value> => {
    const mode = calls.push(call) - 1 === interference?.at ? interference.mode : undefined
    if (mode !== undefined) met.call = call
    await turn(call)
    if (mode === 'silent before') return never()
    if (mode === 'fails before') throw new Fault(faultOf(call, 'before'), 'asked for by the test')
    const answer = await effect()
    await turn(`${call} answers`)
    if (mode === 'silent after') return never()
    if (mode === 'fails after') throw new Fault(faultOf(call, 'after'), 'asked for by the test')
    return answer
  }
  return { calls, met, stopped, pass }
}

/** The fault each port promises to throw; of an exchange whose bytes were sent only one thing is known. */
export const faultOf = (call: string, when: 'before' | 'after'): RefusalCode => {
  if (call === 'exchange') return when === 'after' ? 'exchange-unknown' : 'provider-unavailable'
  return faults[call] ?? 'store-unavailable'
}

const faults: Readonly<Record<string, RefusalCode>> = {
  issuer: 'provider-unavailable',
  authorize: 'provider-unavailable',
  prepareKeys: 'provider-keys-unavailable',
  userInfo: 'provider-unavailable',
  sign: 'key-unavailable',
  keyFor: 'key-unavailable',
}

/** The same port, each of the named calls of which goes through the crossing. */
export const through = <Port extends object>(port: Port, by: Crossing, ...names: (keyof Port & string)[]): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || !names.some((known) => known === name)) return member
      return (...given: unknown[]) => by.pass(String(name), async () => Reflect.apply(member, target, given))
    },
  })
