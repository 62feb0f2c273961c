import * as z from 'zod'
import type { Release } from '../esignet/start.ts'
import type { Failing } from '../faults/failing.ts'
import { otherwiseAt, type Releases, sortWays } from '../tampering/at-release.ts'
import type { Liar } from '../tampering/liar.ts'
import type { Lie, LieEnding } from '../tampering/lie.ts'
import type { Observer } from '../world/observations.ts'
import { controlGet, controlPost } from './control-doors.ts'
import { json, type Reply } from './reply.ts'

/** What the practice doors of the start page act on. */
export interface Practice {
  readonly liar: Liar
  readonly lies: readonly Lie[]
  /** Of the eSignet that runs: not every lie can be told by each. */
  readonly release: Release
  readonly observe: Observer
  /** What else can be switched on; absent: nothing but lies. */
  readonly failing?: Failing
}

const tellRequest = z.object({ name: z.string().nullable(), variant: z.string().optional() })
const canariesRequest = z.object({ words: z.array(z.string().min(1).max(10_000)).max(100) })

/** `GET /practice/lies` → every lie and named fault, and the one that is on, as `/practice/telling` has it alone; `/practice/observations` → counts and codes. */
export const practiceGet = async (path: string, practice: Practice): Promise<Reply | undefined> => {
  if (path === '/practice/lies') return json(listOf(practice))
  if (path === '/practice/telling') return json(tellingOf(practice))
  if (path === '/practice/observations') return json(await practice.observe.observe())
  return practice.failing && controlGet(path, practice.failing)
}

/**
 * `POST /practice/lies {"name", "variant"?}` (name null ends it), `POST /practice/canaries {"words"}` → in how many lines one of
 * them, or of the secrets that went over the line since the lie began, stands. Only numbers and names leave.
 */
export const practicePost = async (path: string, body: unknown, practice: Practice): Promise<Reply | undefined> => {
  if (path === '/practice/lies') return tell(body, practice)
  if (path === '/practice/canaries') return search(body, practice)
  if (path === '/practice/witness') {
    practice.liar.forget()
    return json({ done: true })
  }
  return practice.failing && controlPost(path, body, practice.failing)
}

const tell = async (body: unknown, practice: Practice): Promise<Reply> => {
  const asked = tellRequest.safeParse(body)
  if (!asked.success) return refuse('The name of a lie is needed, or null.')
  const { name, variant } = asked.data
  const { liar, lies, failing } = practice
  const lie = lies.find((each) => each.name === name)
  const fault = failing?.faults.find((each) => each.name === name)
  const known = lie ?? fault
  const all = Object.keys(lie?.variants ?? fault?.ways ?? {})
  const { ways, leftOut } = sortWays(known ?? { notAt: [] }, practice.release, all)
  const way = variant ?? ways[0]
  const because = leftOut.find((each) => variant === undefined || each.way === variant)?.because
  if (name !== null && (way === undefined || !ways.includes(way))) return refuse(because ?? 'There is no such lie.')
  // One at a time, so that what happens has one cause.
  await liar.stop()
  failing?.stop()
  if (lie !== undefined && way !== undefined) await liar.tell(lie, way)
  else if (fault !== undefined && way !== undefined) await failing?.begin(fault, way)
  return json(tellingOf(practice))
}

const tellingOf = ({ liar, failing }: Practice) => liar.telling() ?? failing?.begun() ?? null

const search = async (body: unknown, { observe, liar }: Practice): Promise<Reply> => {
  const asked = canariesRequest.safeParse(body)
  if (!asked.success) return refuse('A list of words is needed.')
  const words = [...asked.data.words, ...liar.witnessed()]
  return json({ found: await observe.search(words), words: words.length })
}

const listOf = (practice: Practice) => {
  const { lies, failing, release } = practice
  return {
    telling: tellingOf(practice),
    release,
    lies: [
      ...lies.map(({ variants, alongside: _, ...lie }) => ({
        ...listed(lie, release, Object.keys(variants)),
        by: 'esignet',
      })),
      ...(failing?.faults ?? []).map(({ ways, ...fault }) => listed(fault, release, Object.keys(ways))),
    ],
  }
}

/** `variants` that can be told, those that are left out and why, and what is different `otherwise` in one of them. */
const listed = <Thing extends Releases<LieEnding>>(thing: Thing, release: Release, all: readonly string[]) => {
  const { notAt: _, at: __, ...rest } = thing
  const { ways, leftOut } = sortWays(thing, release, all)
  const otherwise = Object.fromEntries(
    ways.flatMap((way) => {
      const ends = otherwiseAt(thing, release, way)
      return ends === undefined ? [] : [[way, ends]]
    }),
  )
  return { ...rest, variants: ways, leftOut, otherwise }
}

const refuse = (message: string): Reply => json({ message }, 400)
