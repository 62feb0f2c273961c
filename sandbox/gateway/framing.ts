import type { IncomingMessage } from 'node:http'

const linesOf = (raw: readonly string[], name: string): number =>
  raw.filter((part, index) => index % 2 === 0 && part.toLowerCase() === name).length

/**
 * Whether two readers could see different requests in the same bytes, beyond what the parser already refuses (two lengths, a
 * length beside chunks, folded lines, bare line ends). Such a request is answered 400, nothing behind it on the connection is read.
 *
 * - a coding other than `chunked`, or any coding in HTTP/1.0: how long is the body? (RFC 9112 §6.1)
 * - no Host, or two of them: whose request is it? (RFC 9112 §3.2)
 * - a target that is no path: proxies are asked so (RFC 9112 §3.2.2)
 */
export const isAmbiguous = ({ httpVersion, headers, rawHeaders, method, url = '' }: IncomingMessage): boolean => {
  const coding = headers['transfer-encoding']
  return (
    (httpVersion !== '1.1' && httpVersion !== '1.0') ||
    (coding !== undefined && (httpVersion === '1.0' || coding.toLowerCase() !== 'chunked')) ||
    linesOf(rawHeaders, 'host') !== 1 ||
    !(url.startsWith('/') || (method === 'OPTIONS' && url === '*'))
  )
}

/**
 * An HTTP API answers under its own names alone, and any other Host with 403 before it looks for a route: an API behind a CDN
 * that hands the viewer's Host on is the usual way to find out. The names here are those of this machine, on any port.
 */
export const isServed = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1)(:\d{1,5})?$/i.test(host ?? '')
