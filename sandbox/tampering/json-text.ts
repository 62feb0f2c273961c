/** JSON as it goes over the line: an object whose members may be things no honest writer writes. */
export type Members = Readonly<Record<string, unknown>>

const mark = '@@literal@@'

/** JSON text to be written as it is, such as `1e400`, which no JavaScript value turns into. */
export const literal = (text: string): string => `${mark}${text}${mark}`

/** Writes JSON; members that are `undefined` are left out. */
export const writeJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(new RegExp(`"${mark}([^"]*)${mark}"`, 'g'), '$1')

export const readMembers = (text: string): Members => {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a JSON object')
  return { ...value }
}
