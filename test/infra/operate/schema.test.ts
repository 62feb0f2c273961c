import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from './folder.ts'
import { type } from './terminal.ts'

test('the published schemas are current', async () => {
  expect(await type(['schema', '--to', 'docs/schema', '--check'])).toEqual({ status: 0, out: '', err: '' })
})

test('they are written, and a file that differs is told and not touched', async () => {
  const file = newFolder()('service.json', '{}')
  const folder = dirname(file)
  const checked = await type(['schema', '--to', folder, '--check'])
  expect(checked.status).toBe(1)
  expect(checked.out).toContain(`${file} differs`)
  expect(checked.out).toContain('vocabulary.json differs')
  expect(readFileSync(file, 'utf8')).toBe('{}')
  expect((await type(['schema', '--to', folder])).status).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe(readFileSync('docs/schema/service.json', 'utf8'))
  expect((await type(['schema', '--to', folder, '--check'])).status).toBe(0)
})
