import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { TestProject } from 'vitest/node'
import { canRunAws } from '../support/aws-world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Start page of the practice world; empty where none can run. */
    readonly home: string
  }
}

/**
 * One practice world for all these files, in a process of its own. A lie is told to a whole world, so one worker runs them.
 * (With a world for each worker the two would have to be told apart, and the numbers vitest gives its workers go on from
 * the project before.)
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!canRunAws()) {
    project.provide('home', '')
    return undefined
  }
  const child = fork('infra/build/run.mjs', ['test/conformance/world-process.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the practice world ended with ${code} before it began`)
  })
  const [message] = await Promise.race([once(child, 'message'), failed])
  failed.catch(() => undefined)
  project.provide('home', String(message.home))
  return async () => {
    if (child.exitCode !== null) return
    child.disconnect()
    await once(child, 'exit')
  }
}
