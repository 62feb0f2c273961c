import { Sentence } from '../build/sentence.mjs'
import { BadArguments, type Command, type Terminal } from './command.ts'
import { auditExport } from './commands/audit-export.ts'
import { auditKey } from './commands/audit-key.ts'
import { auditVerify } from './commands/audit-verify.ts'
import { clientRegistration } from './commands/client-registration.ts'
import { doctor } from './commands/doctor.ts'
import { keysExport } from './commands/keys-export.ts'
import { policyExplain } from './commands/policy-explain.ts'
import { policyImpact } from './commands/policy-impact.ts'
import { policyLint } from './commands/policy-lint.ts'
import { schema } from './commands/schema.ts'

export const commands: readonly Command[] = [
  doctor,
  keysExport,
  clientRegistration,
  policyLint,
  policyExplain,
  policyImpact,
  schema,
  auditVerify,
  auditExport,
  auditKey,
]

/**
 * Runs one command. Exit status: 0 nothing is wrong, 1 something is (or could not be done), 2 the arguments cannot be used.
 *
 * @param argv what stands after the program's name
 */
export const runCommandLine = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => argv[at] === word))
  if (command === undefined) return overview(argv, terminal)
  const args = argv.slice(command.name.split(' ').length)
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(command.help)
    return 0
  }
  try {
    return await command.run(args, terminal)
  } catch (error) {
    if (!(error instanceof Sentence)) throw error
    terminal.err(error.message)
    if (!(error instanceof BadArguments)) return 1
    terminal.err(`How it is used: verify-once ${command.name} --help`)
    return 2
  }
}

const overview = ([first]: readonly string[], terminal: Terminal): number => {
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    terminal.out(overviewText)
    return first === undefined ? 2 : 0
  }
  terminal.err(`There is no command "${first}".`)
  terminal.err(overviewText)
  return 2
}

const overviewText = `What whoever runs Verify Once does before anyone logs in.

${commands.map(({ name, summary }) => `  verify-once ${name.padEnd(20)} ${summary}`).join('\n')}

Each command explains itself: verify-once <command> --help
Paths are counted from the root of the repository. With npm: npm run -s verify-once -- <command> …`
