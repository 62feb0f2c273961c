import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedSchemas } from '../../../shared/adapters/service-files/published.ts'
import type { Command } from '../command.ts'
import { readOptions } from '../options.ts'

export const schema: Command = {
  name: 'schema',
  summary: 'writes the JSON Schema of service files and of the vocabulary',
  help: `verify-once schema --to <folder> [--check]

Writes service.json and vocabulary.json (JSON Schema, draft 2020-12) from the rules that build and doors read the files
with. The published ones are in docs/schema; "$schema" in a service file leads an editor there.

  --to <folder>            docs/schema
  --check                  writes nothing; the status is 1 when a file there differs`,
  async run(args, terminal) {
    const options = readOptions(args, { to: 'text', check: 'flag' })
    const folder = options.required('to', 'the folder to write to, usually docs/schema')
    const files = Object.entries(publishedSchemas()).map(([name, text]) => ({ path: join(folder, name), text }))
    if (options.flag('check')) {
      const there = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => undefined)))
      const different = files.filter(({ text }, at) => there[at] !== text)
      for (const { path } of different) terminal.out(`${path} differs: write it anew with --to ${folder}`)
      return different.length === 0 ? 0 : 1
    }
    await mkdir(folder, { recursive: true })
    for (const { path, text } of files) {
      await writeFile(path, text)
      terminal.out(path)
    }
    return 0
  },
}
