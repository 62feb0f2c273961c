import { spawnSync } from 'node:child_process'

/** `npm run check`: format and lint, then types. */
const steps = [
  ['Format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['Types', 'node_modules/typescript/bin/tsc', '-p', '.'],
] as const

for (const [title, ...command] of steps) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  console.log(`${title}: ${status === 0 ? 'clean' : 'not clean'}`)
  if (status !== 0) process.exit(status ?? 1)
}
