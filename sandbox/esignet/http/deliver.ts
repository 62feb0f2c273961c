import type { ServerResponse } from 'node:http'
import { settings } from '../settings.ts'
import type { Answer, Delivery } from './call.ts'

/** Sends an answer in a way no honest server does. */
export function deliver(response: ServerResponse, answer: Answer, delivery: Delivery): void {
  const body = Buffer.from(answer.body)
  // `destroy` would end the line politely; a reset is what a crash looks like.
  const breakOff = () => response.socket?.resetAndDestroy()
  if (delivery === 'resets') return void breakOff()
  if (delivery === 'verbatim') return void response.socket?.end(body)
  // A client with patience learns that patience ends.
  const timer = setTimeout(breakOff, settings.hangSeconds * 1000)
  response.on('close', () => clearTimeout(timer))
  if (delivery === 'hangs') return
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(Math.max(2, body.length)) })
  if (delivery === 'stops-halfway') return void response.write(body.subarray(0, body.length / 2), breakOff)
  drip(response, body)
}

function drip(response: ServerResponse, body: Buffer): void {
  let at = 0
  const timer = setInterval(() => {
    response.write(body.subarray(at, at + 1))
    at += 1
    if (at >= body.length) response.end()
  }, 1000)
  response.on('close', () => clearInterval(timer))
}
