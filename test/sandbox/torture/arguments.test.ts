import { describe, expect, it } from 'vitest'
import { ArgumentError } from '../../../sandbox/main/arguments.ts'
import { chosen, tortureArguments } from '../../../sandbox/torture/arguments.ts'
import type { Ordeal } from '../../../sandbox/torture/trials.ts'

const run: Ordeal['run'] = () => Promise.reject(new Error('not to be run'))
const listed: readonly Ordeal[] = [
  { name: 'two-subjects', rows: ['C24'], ways: ['victim first'], leftOut: [], run },
  { name: 'no-code', rows: ['A08', 'A19'], ways: ['absent', 'empty'], leftOut: [], run },
]

describe('the command line of npm run torture', () => {
  it('names rows and single things in both ways of writing options', () => {
    expect(tortureArguments(['--json', '--row', 'C24'])).toEqual({ json: true, help: false, row: 'C24' })
    expect(tortureArguments(['--only=two-subjects'])).toEqual({ json: false, help: false, only: 'two-subjects' })
  })

  it('refuses what it does not know', () => {
    expect(() => tortureArguments(['--rows'])).toThrow(ArgumentError)
    expect(() => chosen(listed, tortureArguments(['--row', 'Z99']))).toThrow(ArgumentError)
  })

  it('chooses what belongs to a row, or has a name, whatever the case', () => {
    expect(chosen(listed, tortureArguments(['--row', 'c24'])).map(({ name }) => name)).toEqual(['two-subjects'])
    expect(chosen(listed, tortureArguments(['--only', 'no-code'])).map(({ name }) => name)).toEqual(['no-code'])
    expect(chosen(listed, tortureArguments([]))).toEqual(listed)
  })
})
