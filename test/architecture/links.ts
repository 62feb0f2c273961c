import { posix } from 'node:path'

/** Links of a Markdown page that lead to a file of the repository, as paths from its root. Code is passed over. */
export const linksOf = (page: string, text: string): readonly string[] => {
  const prose = text
    .replaceAll(/^( *)(```|~~~)[\s\S]*?^ *\2/gm, '')
    .replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, (code, _, at: number, all: string) =>
      // A code span may be the text of a link; only what stands alone is no link.
      all[at - 1] === '[' ? code : '',
    )
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
  const defined = [...prose.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/gm)]
  return [...inline, ...defined]
    .map(([, address = '']) => address.split(/[?#]/, 1)[0] ?? '')
    .filter((path) => path !== '' && !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(path))
    .map((path) => (path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path)))
    .map((path) => decodeURI(path).replace(/\/$/, ''))
}

/** A `[file › function]`: which function of which file, from the root, does what the text says. */
export interface Place {
  readonly file: string
  readonly name: string
}

/** A place that is also a link says where the file is by its address; what stands in the brackets must be the end of it. */
export const placesOf = (page: string, text: string): readonly Place[] =>
  [...text.matchAll(/\[`?([^\][`›\n]+?)\s*›\s*([^\]`\n]+?)`?\](?:\(([^)\s]+)\))?/g)].map(
    ([, said = '', name = '', address]) => ({
      file: placed(said, address && linksOf(page, `[](${address})`)[0]),
      name,
    }),
  )

const placed = (said: string, linked: string | undefined): string =>
  linked !== undefined && `/${linked}`.endsWith(`/${said}`) ? linked : said
