import type * as z from 'zod'
import type { Service, Vocabulary } from '../../domain/policy/service.ts'
import type { Mistake } from './mistake.ts'
import { type Names, unknownInVocabulary, unknownNames } from './names.ts'
import { serviceSchema, vocabularySchema } from './schema.ts'
import { schemaMistakes } from './schema-mistakes.ts'

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

const check = <Value>(file: string, schema: z.ZodType<Value>, content: unknown): Checked<Value> => {
  const result = schema.safeParse(content)
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, mistakes: schemaMistakes(file, schema, content, result.error.issues) }
}

/** The shape of one service file; whether its names are known is another question. */
export const checkService = (file: string, content: unknown): Checked<Service> => check(file, serviceSchema, content)

export const checkVocabulary = (file: string, content: unknown): Checked<Vocabulary> => {
  const checked = check(file, vocabularySchema, content)
  const unknown = checked.ok ? unknownInVocabulary(file, checked.value) : []
  return unknown.length === 0 ? checked : { ok: false, mistakes: unknown }
}

export interface ServiceFiles {
  readonly services: readonly Service[]
  readonly vocabulary: Vocabulary
}

/**
 * Everything in a folder of services at once: shapes, names, and that no two are called alike.
 *
 * @param files name of the file → what it holds, without the vocabulary
 */
export const checkFiles = (
  files: Readonly<Record<string, unknown>>,
  vocabularyFile: unknown,
  more: Omit<Names, 'vocabulary'> = {},
): Checked<ServiceFiles> => {
  const vocabulary = checkVocabulary('vocabulary.json', vocabularyFile)
  const checked = Object.entries(files).map(([file, content]) => ({ file, result: checkService(file, content) }))
  const good = checked.flatMap(({ file, result }) => (result.ok ? [{ file, service: result.value }] : []))
  const mistakes = [
    ...(vocabulary.ok ? [] : vocabulary.mistakes),
    ...checked.flatMap(({ file, result }) => {
      if (!result.ok) return result.mistakes
      return vocabulary.ok ? unknownNames(file, result.value, { ...more, vocabulary: vocabulary.value }) : []
    }),
    ...calledAlike(good),
  ]
  return vocabulary.ok && mistakes.length === 0
    ? { ok: true, value: { services: good.map(({ service }) => service), vocabulary: vocabulary.value } }
    : { ok: false, mistakes }
}

const calledAlike = (good: readonly { readonly file: string; readonly service: Service }[]): readonly Mistake[] =>
  good.flatMap(({ file, service: { id } }, at) => {
    const first = good.findIndex(({ service }) => service.id === id)
    if (first === at) return []
    return [{ file, path: 'id', found: JSON.stringify(id), expected: `an id that ${good[first]?.file} does not have` }]
  })
