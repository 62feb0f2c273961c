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

/** A `[file › function]` of the river, wherever it points. */
export interface Place {
  readonly file: string
  readonly name: string
}

export const placesOf = (text: string): readonly Place[] =>
  [...text.matchAll(/\[`?([^\][`›\n]+?)\s*›\s*([^\]`\n]+?)`?\]/g)].map(([, file = '', name = '']) => ({ file, name }))
