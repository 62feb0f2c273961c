import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { TestProject } from 'vitest/node'
import { canRunAws } from '../support/aws-world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Start pages of the practice worlds, one for each worker; none where none can run. */
    readonly homes: readonly string[]
  }
}

/** A lie is told to a whole world, so every worker has one of its own, for all its files. */
export const workers = 2

interface Running {
  readonly home: string
  readonly process: ChildProcess
}

const start = async (): Promise<Running> => {
  const child = fork('infra/build/run.mjs', ['test/conformance/world-process.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`a practice world ended with ${code} before it began`)
  })
  const [message] = await Promise.race([once(child, 'message'), failed])
  return { home: String(message.home), process: child }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running: Running[] = []
  // One after the other: both build the same bundles.
  if (canRunAws()) for (let worker = 0; worker < workers; worker += 1) running.push(await start())
  project.provide(
    'homes',
    running.map(({ home }) => home),
  )
  return async () => {
    await Promise.all(
      running.map(async ({ process: child }) => {
        child.disconnect()
        await once(child, 'exit')
      }),
    )
  }
}
