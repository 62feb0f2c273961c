import type { InterceptedDoor } from '../esignet/start.ts'
import { withPushedRequests } from './at-release.ts'
import { defineLie, type Lie, type Tell } from './lie.ts'

/** What a door is called in the name of a lie, and for people. */
const doors = {
  discovery: ['discovery', 'discovery'],
  jwks: ['key-set', 'the key set'],
  par: ['pushed-request-endpoint', 'the endpoint for pushed requests'],
  token: ['token-endpoint', 'the token endpoint'],
  userinfo: ['user-info-endpoint', 'the UserInfo endpoint'],
} as const satisfies Partial<Record<InterceptedDoor, readonly [name: string, words: string]>>

type EachDoor = keyof typeof doors

const isEachDoor = (door: string): door is EachDoor => Object.hasOwn(doors, door)

interface Way {
  /** The end of the name, after the door. */
  readonly name: string
  readonly rows: readonly string[]
  /** Further rows of one door. */
  readonly also?: Readonly<Partial<Record<EachDoor, readonly string[]>>>
  /** Continues the name of a door. */
  readonly says: string
  readonly variants: Readonly<Record<string, Tell>>
  readonly refusedAs: Readonly<Partial<Record<EachDoor, string>>>
}

/** How a login ends where a door gives no answer at all. At the token endpoint nobody knows whether the code was used up. */
export const noAnswer = {
  discovery: 'provider-unavailable',
  jwks: 'provider-keys-unavailable',
  par: 'provider-unavailable',
  token: 'exchange-unknown',
  userinfo: 'provider-unavailable',
} as const satisfies Way['refusedAs']

/** One way of answering badly, at every door that is named, each with its own refusal. */
export const atEachDoor = ({ name, says, refusedAs, rows, also = {}, ...way }: Way): readonly Lie[] =>
  Object.entries(refusedAs).flatMap(([door, code]) =>
    isEachDoor(door)
      ? [
          defineLie({
            ...way,
            name: `${doors[door][0]}-${name}`,
            rows: [...rows, ...(also[door] ?? [])],
            says: `${doors[door][1]} ${says}`,
            door,
            refusedAs: code,
            notAt: door === 'par' ? [withPushedRequests] : [],
          }),
        ]
      : [],
  )
