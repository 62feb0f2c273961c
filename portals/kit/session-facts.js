// @ts-check
import { el } from './dom.js'
import { facts } from './facts.js'
import { time } from './time.js'
import { claimList, verifiedClaimCard } from './verified-claim-card.js'
import { label } from './words.js'

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./page.js').Page} Page */

/** Every verified-claims object as a card. @param {Session} session @param {Page} page */
export function verifiedSection({ verifiedClaims }, page) {
  const { page: words } = page.t
  const cards = verifiedClaims.map((verified) => verifiedClaimCard(verified, page))
  const content =
    cards.length > 0
      ? el('div', { class: 'cards' }, ...cards)
      : el('p', { class: 'muted', testid: 'no-verified-claims' }, words['nothingVerified'] ?? '')
  return section('verified', words['verifiedTitle'] ?? '', el('p', {}, words['verifiedLead'] ?? ''), content)
}

/** How and when the person logged in. @param {Session} session @param {Page} page */
export function authenticationSection({ acr, authTime, until }, { t, locale }) {
  const when = (/** @type {string | undefined} */ value) => (value === undefined ? undefined : time(value, locale))
  const how = acr.length > 0 ? acr.map((code) => label(t.acr, code)).join(', ') : undefined
  const rows = [
    { term: t.authentication.how, value: how, testid: 'authentication-how' },
    { term: t.authentication.when, value: when(authTime), testid: 'authentication-when' },
    { term: t.authentication.until, value: when(until), testid: 'session-until' },
  ]
  return section('authentication', t.authentication.title, facts(rows, t.notStated))
}

/** What was told but not verified; nothing when nothing was. @param {Session} session @param {Page} page */
export function alsoKnownSection({ claims }, page) {
  const { alsoKnown } = page.t
  return claims.length === 0
    ? []
    : [section('also-known', alsoKnown.title, el('p', {}, alsoKnown.lead), claimList(claims, page))]
}

/** @param {string} id @param {string} title @param {...Node} children */
function section(id, title, ...children) {
  return el(
    'section',
    { class: 'block', testid: id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    ...children,
  )
}
