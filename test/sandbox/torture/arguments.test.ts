import { describe, expect, it } from 'vitest'
import { ArgumentError } from '../../../sandbox/main/arguments.ts'
import { lies } from '../../../sandbox/tampering/index.ts'
import { chosen, tortureArguments } from '../../../sandbox/torture/arguments.ts'

const listed = lies.map((lie) => ({ ...lie, rows: [...lie.rows], variants: Object.keys(lie.variants) }))

describe('the command line of npm run torture', () => {
  it('names rows and lies in both ways of writing options', () => {
    expect(tortureArguments(['--json', '--row', 'C24'])).toEqual({ json: true, help: false, row: 'C24' })
    expect(tortureArguments(['--lie=two-subjects'])).toEqual({ json: false, help: false, lie: 'two-subjects' })
  })

  it('refuses what it does not know', () => {
    expect(() => tortureArguments(['--rows'])).toThrow(ArgumentError)
    expect(() => chosen(listed, tortureArguments(['--row', 'Z99']))).toThrow(ArgumentError)
  })

  it('chooses the lies of a row, whatever the case', () => {
    expect(chosen(listed, tortureArguments(['--row', 'c24'])).map(({ name }) => name)).toEqual(['two-subjects'])
    expect(chosen(listed, tortureArguments([]))).toHaveLength(lies.length)
  })
})
