import { writeFile } from 'node:fs/promises'
import { lineOf } from '../audit/export-lines.ts'
import { readStageDay } from '../audit/stage.ts'
import type { Command } from '../command.ts'
import { readOptions } from '../options.ts'
import { dayOption } from './audit-verify.ts'

export const auditExport: Command = {
  name: 'audit export',
  summary: 'a day of the audit trail with its seals and its root, to be verified elsewhere',
  help: `verify-once audit export --stage <stage> --day <yyyy-mm-dd> [--to <file>] [--endpoint-url <url>]

Writes JSON lines: every row of the day as it is stored, every seal, the root, the root of the day before, and the public
key. No value of any claim is in it; subjects are, as the audit trail has them.

  --stage <stage>        the tables and the key of this stage: needs AWS credentials with dynamodb:ListTables,
                         dynamodb:Query and kms:GetPublicKey, and AWS_REGION
  --day <yyyy-mm-dd>     the day, in UTC
  --to <file>            otherwise on the standard output
  --endpoint-url <url>   another AWS, such as that of the practice world

To verify it without any network: verify-once audit verify --file <file>`,
  async run(args, terminal) {
    const options = readOptions(args, { stage: 'text', day: 'text', to: 'text', 'endpoint-url': 'text' })
    const stage = options.required('stage', 'the name of a deployed stage')
    const endpoint = options.optional('endpoint-url')
    const items = await readStageDay({ stage, ...(endpoint === undefined ? {} : { endpoint }) }, dayOption(options))
    const lines = items.map(lineOf)
    const file = options.optional('to')
    if (file === undefined) terminal.out(lines.join('\n'))
    else await writeFile(file, `${lines.join('\n')}\n`)
    terminal.err(`${items.filter(({ kind }) => kind === 'row').length} rows, ${lines.length} lines`)
    return 0
  },
}
