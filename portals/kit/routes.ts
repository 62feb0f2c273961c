import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** One file a portal serves: where it is, and as what. */
export interface Route {
  readonly file: string
  readonly contentType: string
}

/** What a portal serves, by extension. Anything else in the folder (the TypeScript of the server, say) stays inside. */
const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
])

/**
 * Every path a portal answers, found once at start. A request only ever looks a path up in this map, so no spelling of `..`
 * can name a file that is not in it. Symbolic links and dot files are left out.
 *
 * `index.html` is `/`, `account.html` is `/account`; other files keep their names.
 *
 * @param folder absolute path of the folder
 * @param prefix path in front of every route, without a trailing slash
 * @throws the node error when the folder cannot be read
 */
export async function routesOf(folder: string, prefix = ''): Promise<Map<string, Route>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const routes = new Map<string, Route>()
  for (const entry of entries) {
    const contentType = contentTypes.get(extname(entry.name))
    if (!entry.isFile() || entry.name.startsWith('.') || contentType === undefined) continue
    routes.set(`${prefix}/${cleanName(entry.name)}`, { file: join(folder, entry.name), contentType })
  }
  return routes
}

function cleanName(name: string): string {
  return name === 'index.html' ? '' : name.replace(/\.html$/, '')
}
