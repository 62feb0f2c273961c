import { runCommandLine } from './command-line.ts'

// npm run -s verify-once -- <command> [options]
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  now: Date.now,
})
