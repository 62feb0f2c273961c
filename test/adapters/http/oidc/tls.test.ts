import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type TlsOptions } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Certified, certified } from '../../../support/certificates.ts'
import { metadataOf } from './stand-in.ts'

interface Line {
  readonly as: Certified
  /** Sent besides the own certificate. */
  readonly with?: Certified
  readonly tls?: TlsOptions
  /** What Node says about it; absent: it is to be believed. */
  readonly why?: RegExp
}

const hosts = ['127.0.0.1']
const authority = certified({ name: 'Authority', isAuthority: true })
const neighbour = certified({ name: 'Neighbour', issuer: authority, hosts: ['neighbour.example'] })
const eSignet = (wish: Partial<Parameters<typeof certified>[0]> = {}) =>
  certified({ name: 'eSignet', issuer: authority, hosts, ...wish })
const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const

/** A provider behind TLS, for each way in which its line can be one to believe or not. */
const lines: Readonly<Record<string, Line>> = {
  good: { as: eSignet() },
  'TLS 1.2': { as: eSignet(), tls: { maxVersion: 'TLSv1.2' } },
  expired: { as: eSignet({ until: -1 }), why: /^CERT_HAS_EXPIRED$/ },
  'not valid yet': { as: eSignet({ from: 1 }), why: /^CERT_NOT_YET_VALID$/ },
  'for another host': { as: eSignet({ hosts: ['esignet.example'] }), why: /ALTNAME_INVALID$/ },
  'for this host by its common name alone': { as: eSignet({ name: '127.0.0.1', hosts: [] }), why: /ALTNAME_INVALID$/ },
  'self-signed': { as: certified({ name: 'eSignet', hosts }), why: /^DEPTH_ZERO_SELF_SIGNED_CERT$/ },
  'by an unknown authority': {
    as: eSignet({ issuer: certified({ name: 'Another Authority', isAuthority: true }) }),
    why: /^UNABLE_TO_/,
  },
  'by an authority of the same name': {
    as: eSignet({ issuer: certified({ name: 'Authority', isAuthority: true }) }),
    why: /^CERT_SIGNATURE_FAILURE$/,
  },
  'by somebody who is no authority': { as: eSignet({ issuer: neighbour }), with: neighbour, why: /^INVALID_/ },
  'TLS 1.1': { as: eSignet(), tls: { ...old, maxVersion: 'TLSv1.1' }, why: /PROTOCOL/ },
  'TLS 1.0': { as: eSignet(), tls: { ...old, maxVersion: 'TLSv1' }, why: /PROTOCOL/ },
}

/** Its own name, at an address behind which somebody else listens (DNS rebinding). */
const rebound = 'its name at our own address'

const servers = new Map<string, { readonly server: Server; readonly port: number }>()
const posted: string[] = []
const reached = new Map<string, unknown>()
const folder = mkdtempSync(join(tmpdir(), 'verify-once-tls-'))

const serve = async (name: string, { as, with: further, tls }: Line) => {
  const cert = `${as.certificatePem}${further?.certificatePem ?? ''}`
  const server = createServer({ ...tls, key: as.keyPem, cert }, (request, response) => {
    if (request.method === 'POST') posted.push(name)
    const origin = `https://${request.headers.host}`
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadataOf(origin)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  servers.set(name, { server, port: typeof address === 'object' && address !== null ? address.port : 0 })
}

beforeAll(async () => {
  for (const [name, line] of Object.entries(lines)) await serve(name, line)
  const trusted = join(folder, 'authority.pem')
  writeFileSync(trusted, authority.certificatePem)
  const origins = [
    ...[...servers.values()].map(({ port }) => `https://127.0.0.1:${port}`),
    `https://esignet.example:${servers.get('good')?.port}`,
  ]
  const child = fork('infra/build/run.mjs', ['test/adapters/http/oidc/tls-client.ts', ...origins], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted, NODE_NO_WARNINGS: '1' },
  })
  const [message] = await once(child, 'message')
  const answers = z.array(z.unknown()).parse(message)
  ;[...servers.keys(), rebound].forEach((name, index) => void reached.set(name, answers[index]))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const { server } of servers.values()) {
    server.closeAllConnections()
    server.close()
  }
})

describe('a provider behind TLS', () => {
  const believed = Object.keys(lines).filter((name) => lines[name]?.why === undefined)
  const others = [
    ...Object.entries(lines).flatMap(([name, { why }]) => (why === undefined ? [] : [[name, why] as const])),
    [rebound, /ALTNAME_INVALID$/] as const,
  ]

  it.each(believed)('%s: is believed', (name) => {
    expect(reached.get(name)).toEqual({ issuer: `https://127.0.0.1:${servers.get(name)?.port}`, neverLeft: false })
    expect(posted).toContain(name)
  })

  it.each(others)('%s: cannot be reached, and no code leaves', (name, why) => {
    expect(reached.get(name)).toEqual({
      fault: 'provider-unavailable',
      why: expect.stringMatching(why),
      neverLeft: true,
    })
    expect(posted).not.toContain(name)
  })

  it.each([
    ['TLS 1.1', 'TLSv1.1'],
    ['TLS 1.0', 'TLSv1'],
  ])('%s is really spoken by that server', async (name, protocol) => {
    const socket = connect({
      host: '127.0.0.1',
      port: servers.get(name)?.port ?? 0,
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT@SECLEVEL=0',
      rejectUnauthorized: false,
    })
    await once(socket, 'secureConnect')
    expect(socket.getProtocol()).toBe(protocol)
    socket.destroy()
  })
})
