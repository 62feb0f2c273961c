import { readFile } from 'node:fs/promises'
import { Sentence } from '../../build/sentence.mjs'
import { readExport } from '../audit/export-lines.ts'
import { type RootJwk, rootJwkIn } from '../audit/root-key.ts'
import { readStageDay } from '../audit/stage.ts'
import { isDay, type Verified, verifyItems } from '../audit/verify-items.ts'
import { BadArguments, type Command } from '../command.ts'
import { readJson } from '../documents.ts'
import { type Options, readOptions } from '../options.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'whether a day of the audit trail is as it was written, and where it is not',
  help: `verify-once audit verify --stage <stage> --day <yyyy-mm-dd> [--endpoint-url <url>] [--key <url or file>] [--json]
verify-once audit verify --file <export> [--key <url or file>] [--json]

Holds every row of a day against the seals over it, every seal against the one before, and the signed root of the day
against all of them. The first wrong place is named first.

  --stage <stage>        reads the tables and the public key of this stage: needs AWS credentials with dynamodb:ListTables,
                         dynamodb:Query and kms:GetPublicKey, and AWS_REGION
  --day <yyyy-mm-dd>     the day, in UTC
  --endpoint-url <url>   another AWS, such as that of the practice world
  --file <export>        what "audit export" wrote, without any network
  --key <url or file>    the public key of the roots as a JWK, as it was published; otherwise the one that KMS gives or the
                         file holds is believed: compare the thumbprint that is printed
  --json                 the report as JSON

The status is 1 when something is wrong. What it proves, and what not: docs/audit.md.`,
  async run(args, terminal) {
    const options = readOptions(args, {
      stage: 'text',
      day: 'text',
      'endpoint-url': 'text',
      file: 'text',
      key: 'text',
      json: 'flag',
    })
    const now = terminal.now()
    const place = options.optional('key')
    const key = place === undefined ? undefined : await givenKey(place, terminal.now)
    const report = await verified(options, now, key)
    terminal.out(options.flag('json') ? JSON.stringify(report, null, 2) : tell(report))
    return report.flaws.length === 0 ? 0 : 1
  },
}

const verified = async (options: Options, now: number, key: RootJwk | undefined): Promise<Verified> => {
  const file = options.optional('file')
  const asked = { now, ...(key === undefined ? {} : { key }) }
  if (file === undefined) {
    const stage = options.required('stage', 'the name of a deployed stage, or give --file')
    const endpoint = options.optional('endpoint-url')
    const day = dayOption(options)
    const items = await readStageDay({ stage, ...(endpoint === undefined ? {} : { endpoint }) }, day)
    return verifyItems(items, { ...asked, day })
  }
  if (options.optional('stage') !== undefined) throw new BadArguments('Give --stage or --file, not both.')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Sentence(`${file} cannot be read.`)
  })
  const { items, flaws } = readExport(text)
  const day = options.optional('day') === undefined ? {} : { day: dayOption(options) }
  return verifyItems(items, { ...asked, ...day }, flaws)
}

/** @throws BadArguments */
export const dayOption = (options: Options): string => {
  const day = options.required('day', 'a day such as 2026-11-24, in UTC')
  if (isDay(day)) return day
  throw new BadArguments('--day must be a day such as 2026-11-24.')
}

const givenKey = async (place: string, now: () => number): Promise<RootJwk> => {
  const key = rootJwkIn(await readJson(place, now))
  if (key === undefined)
    throw new Sentence(`${place} holds no public key of audit roots (a JWK with kty, crv, x, y, kid).`)
  return key
}

/** A screen has room for a few. */
const mostTold = 20

const tell = ({ day, rows, seals, late, waiting, signed, begins, key, flaws }: Verified): string => {
  const [first] = flaws
  return [
    `${day}: ${rows} rows, ${seals} seals${late === 0 ? '' : `, ${late} rows sealed late`}${waiting === 0 ? '' : `, ${waiting} rows not sealed`}.`,
    signed
      ? `The root is signed; thumbprint of the key: ${key}`
      : 'No root is signed yet: the seals are as good as their table.',
    ...(begins ? ['Sealing begins with this day: it names none before it. Of any other day that would be wrong.'] : []),
    ...(first === undefined
      ? ['Nothing is wrong.']
      : [
          `First wrong place: ${first.where}`,
          ...flaws.slice(0, mostTold).map(({ code, where, says }) => `✗ ${code}  ${where}: ${says}`),
          `${flaws.length} ${flaws.length === 1 ? 'thing is' : 'things are'} wrong.`,
        ]),
  ].join('\n')
}
