import * as z from 'zod'
import type { Liar } from '../tampering/liar.ts'
import type { Lie } from '../tampering/lie.ts'
import type { Observer } from '../world/observations.ts'
import { json, type Reply } from './reply.ts'

/** What the practice doors of the start page act on. */
export interface Practice {
  readonly liar: Liar
  readonly lies: readonly Lie[]
  readonly observe: Observer
}

const tellRequest = z.object({ name: z.string().nullable(), variant: z.string().optional() })
const canariesRequest = z.object({ words: z.array(z.string().min(1).max(10_000)).max(100) })

/** `GET /practice/lies` → every lie, and the one that is told, as `/practice/telling` has it alone; `/practice/observations` → counts and codes. */
export const practiceGet = async (path: string, practice: Practice): Promise<Reply | undefined> => {
  if (path === '/practice/lies') return json(listOf(practice))
  if (path === '/practice/telling') return json(practice.liar.telling() ?? null)
  if (path === '/practice/observations') return json(await practice.observe.observe())
  return undefined
}

/**
 * `POST /practice/lies {"name", "variant"?}` (name null ends it), `POST /practice/canaries {"words"}` → in how many lines one of
 * them, or of the secrets that went over the line since the lie began, stands. Only numbers and names leave.
 */
export const practicePost = async (path: string, body: unknown, practice: Practice): Promise<Reply | undefined> => {
  if (path === '/practice/lies') return tell(body, practice)
  if (path === '/practice/canaries') return search(body, practice)
  return undefined
}

const tell = async (body: unknown, practice: Practice): Promise<Reply> => {
  const asked = tellRequest.safeParse(body)
  if (!asked.success) return refuse('The name of a lie is needed, or null.')
  const { name, variant } = asked.data
  if (name === null) {
    await practice.liar.stop()
    return json(practice.liar.telling() ?? null)
  }
  const lie = practice.lies.find((each) => each.name === name)
  const way = variant ?? Object.keys(lie?.variants ?? {})[0]
  if (lie === undefined || way === undefined || !Object.hasOwn(lie.variants, way))
    return refuse('There is no such lie.')
  await practice.liar.tell(lie, way)
  return json(practice.liar.telling() ?? null)
}

const search = async (body: unknown, { observe, liar }: Practice): Promise<Reply> => {
  const asked = canariesRequest.safeParse(body)
  if (!asked.success) return refuse('A list of words is needed.')
  const words = [...asked.data.words, ...liar.witnessed()]
  return json({ found: await observe.search(words), words: words.length })
}

const listOf = ({ lies, liar }: Practice) => ({
  telling: liar.telling() ?? null,
  lies: lies.map(({ variants, alongside: _, ...lie }) => ({ ...lie, variants: Object.keys(variants) })),
})

const refuse = (message: string): Reply => json({ message }, 400)
