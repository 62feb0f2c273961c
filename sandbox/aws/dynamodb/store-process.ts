import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { endStrays, strikeOut, writeDown } from './strays.ts'

export interface StoreProcess {
  readonly url: URL
  /** Of the child, for tests that make sure it is gone. */
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts the stand-in as a child on a free loopback port and sees to it that it does not outlive this process.
 *
 * @param file SQLite file to keep items in; absent means in memory
 */
export async function startStore(program: string, file: string | undefined): Promise<StoreProcess> {
  endStrays()
  const failures: string[] = []
  for (let attempt = 0; attempt < 3; attempt++) {
    const started = await tryToStart(program, file, await freePort())
    if (typeof started !== 'string') return started
    failures.push(started)
  }
  throw new Error(`the DynamoDB stand-in ${program} does not start: ${failures.join(' | ')}`)
}

async function tryToStart(program: string, file: string | undefined, port: number): Promise<StoreProcess | string> {
  const child = launch(program, [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(file ? ['--db-path', file] : []),
  ])
  const { pid } = child
  if (pid === undefined) return 'cannot be executed'
  let complaints = ''
  child.stderr?.on('data', (chunk) => {
    complaints = (complaints + String(chunk)).slice(-2000)
  })
  child.stdout?.resume()
  writeDown({ parent: process.pid, child: pid, program, port })
  const unhook = endWithParent(child)
  const stop = async (): Promise<void> => {
    await end(child)
    unhook()
    strikeOut(pid)
  }
  const url = new URL(`http://127.0.0.1:${port}/`)
  if (await answers(url, child)) return { url, pid, stop }
  await stop()
  return complaints.trim() || `exit code ${child.exitCode}`
}

/** On Linux, `setpriv --pdeathsig` has the kernel end the child with its parent, however the parent dies. */
function launch(program: string, parameters: readonly string[]): ChildProcess {
  const setpriv = '/usr/bin/setpriv'
  const [command, all] = isExecutable(setpriv)
    ? [setpriv, ['--pdeathsig', 'KILL', program, ...parameters]]
    : [program, parameters]
  const child = spawn(command, all, { stdio: ['ignore', 'pipe', 'pipe'] })
  child.on('error', () => undefined)
  return child
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return process.platform === 'linux'
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function answers(url: URL, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + 15_000
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    try {
      const response = await fetch(url)
      await response.arrayBuffer()
      // Someone else may have taken the port in between; then our child has ended by now.
      if (response.ok) return child.exitCode === null
    } catch {
      await wait(20)
    }
  }
  return false
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Hooks for the ways a process may end and still run code. Returns how to take them off again. */
function endWithParent(child: ChildProcess): () => void {
  const kill = (): void => {
    child.kill('SIGKILL')
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    kill()
    // Ours was `once`; when nobody else listens, the signal must still have its usual effect.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  process.once('exit', kill)
  for (const signal of signals) process.once(signal, onSignal)
  return () => {
    process.off('exit', kill)
    for (const signal of signals) process.off(signal, onSignal)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 3000)
  await gone
  clearTimeout(late)
}
