import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../infra/operate/command-line.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld, type PracticeWorld, type Row, upToCallback } from '../support/practice-world.ts'

const minute = 60_000

/** From a login to an auditor who finds the one byte that somebody changed. */
describe.runIf(canRunAws())('the audit trail, from a login to its verification', () => {
  let practice: PracticeWorld
  let folder: string
  let began: number
  /** Seconds by which everything here is ahead of the clock of this machine. */
  let ahead = 0

  beforeAll(async () => {
    practice = await openPracticeWorld()
    folder = mkdtempSync(join(tmpdir(), 'verify-once-audit-'))
    began = Date.now()
    const { aws, urls } = practice.world
    Object.assign(process.env, {
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: urls.aws,
      AWS_ACCESS_KEY_ID: aws.administrator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: aws.administrator.secretAccessKey,
    })
  }, 240_000)
  afterAll(async () => {
    await practice?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const post = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${practice.world.urls.home}/practice/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect([path, answer.status]).toEqual([path, 200])
  }
  const goTo = async (time: number): Promise<void> => {
    ahead = Math.ceil((time - Date.now()) / 1000)
    await post('clock', { functions: ahead })
  }
  const seal = () => post('schedules', { run: 'seal-audit' })
  const day = () => new Date(began).toISOString().slice(0, 10)
  const command = async (...args: string[]) => {
    const said: string[] = []
    const terminal = {
      out: (text: string) => void said.push(text),
      err: () => undefined,
      now: () => Date.now() + ahead * 1000,
    }
    const status = await runCommandLine(['audit', ...args], terminal)
    return { status, said: said.join('\n') }
  }
  const verify = async () => {
    const { status, said } = await command('verify', '--stage', 'practice', '--day', day(), '--json')
    return { status, ...JSON.parse(said) }
  }
  const aRow = async (): Promise<Row> => {
    const [row] = (await practice.rows('audit')).filter((each) => each['day'] === day())
    return row ?? {}
  }

  it('seals what a login and a refusal left behind', async () => {
    const { browser, redirectTo } = await upToCallback(practice)
    await browser.visit(redirectTo)
    await fetch(`${practice.world.urls.api}/visa/callback?state=unknown`)
    expect(await verify()).toMatchObject({ status: 0, rows: 2, seals: 0, waiting: 2, signed: false })
    await goTo(began + 6 * minute)
    await seal()
    expect(await verify()).toMatchObject({ status: 0, rows: 2, waiting: 0, signed: false, begins: false, flaws: [] })
    expect(practice.world.denials()).toEqual([])
  })

  it('finds one changed byte, and says where', async () => {
    const { day: of, entry, traceId } = await aRow()
    const key = { day: String(of), entry: String(entry) }
    await post('rows', { table: 'audit', key, set: { traceId: `${String(traceId).slice(0, -1)}~` } })
    expect(await verify()).toMatchObject({ status: 1, flaws: [{ code: 'row-changed', where: `row ${entry}` }] })
    const { status, said } = await command('verify', '--stage', 'practice', '--day', day())
    expect(status).toBe(1)
    expect(said).toContain(`First wrong place: row ${entry}`)
    await post('rows', { table: 'audit', key, set: { traceId: String(traceId) } })
    expect(await verify()).toMatchObject({ status: 0 })
  })

  it('signs the day when it is over, and proves it without the stage', async () => {
    await goTo(Date.parse(`${day()}T00:00:00Z`) + (24 * 60 + 20) * minute)
    await seal()
    expect(await verify()).toMatchObject({ status: 0, rows: 2, signed: true, begins: true, flaws: [] })

    const file = join(folder, 'export.jsonl')
    const key = join(folder, 'key.json')
    expect(await command('export', '--stage', 'practice', '--day', day(), '--to', file)).toMatchObject({ status: 0 })
    writeFileSync(key, (await command('key', '--stage', 'practice')).said)
    expect(await command('verify', '--file', file, '--key', key)).toMatchObject({ status: 0 })

    const bytes = readFileSync(file)
    const places = Array.from({ length: 60 }, (_, index) => Math.floor((index * bytes.length) / 60))
    for (const place of places) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      writeFileSync(file, changed)
      expect([place, (await command('verify', '--file', file, '--key', key)).status]).toEqual([place, 1])
    }
    for (const cut of [bytes.subarray(1), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('\n')])]) {
      writeFileSync(file, cut)
      expect((await command('verify', '--file', file, '--key', key)).status).toBe(1)
    }
  }, 60_000)

  it('finds a seal and a root that were changed, and a row that was taken away', async () => {
    const root = { day: day(), seal: 'root' }
    const [{ events } = { events: 0 }] = (await practice.rows('seals')).filter(({ seal }) => seal === 'root')
    await post('rows', { table: 'seals', key: root, set: { events: Number(events) + 1 } })
    expect(await verify()).toMatchObject({ status: 1, flaws: [{ code: 'root-changed', where: 'root' }] })
    await post('rows', { table: 'seals', key: root, set: { events: Number(events) } })

    await post('rows', { table: 'seals', key: { day: day(), seal: '00000001' }, set: { sealedAt: 'never' } })
    const changed = await verify()
    expect(changed.flaws[0]).toMatchObject({ code: 'seal-changed', where: 'seal 1' })

    const { entry } = await aRow()
    await post('rows', { table: 'audit', key: { day: day(), entry: String(entry) }, gone: true })
    expect((await verify()).flaws).toContainEqual(
      expect.objectContaining({ code: 'row-removed', where: `row ${entry}` }),
    )
  })
})
