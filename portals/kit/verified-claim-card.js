// @ts-check
import { el, foreign, phrase } from './dom.js'
import { facts } from './facts.js'
import { time } from './time.js'
import { claimName, label, printable } from './words.js'

/**
 * One verified-claims object: the details, and everything that makes them worth something.
 *
 * @param {import('./session.js').VerifiedClaims} verified
 * @param {import('./page.js').Page} page
 * @returns {HTMLElement}
 */
export function verifiedClaimCard(verified, { t, locale }) {
  const good = verified.satisfies.map((act) => label(t.acts, act))
  const badge =
    good.length > 0
      ? el('p', { class: 'badge good', testid: 'satisfies' }, ...phrase(t.card.satisfies, { acts: good.join(', ') }))
      : el('p', { class: 'badge', testid: 'satisfies' }, t.card.satisfiesNothing)
  const when = (/** @type {string | undefined} */ value) => (value === undefined ? undefined : time(value, locale))
  return el(
    'article',
    { class: 'card', testid: 'verified-claim-card', 'data-id': verified.id },
    el('header', {}, el('h3', {}, t.card.title), badge),
    claimList(verified.claims, { t, locale }),
    facts(
      [
        { term: t.card.framework, value: coded(t.frameworks, verified.trustFramework), testid: 'framework' },
        { term: t.card.level, value: coded(t.levels, verified.assuranceLevel), testid: 'level' },
        {
          term: t.card.verifier,
          value: verified.verifiers.length > 0 ? foreign(verified.verifiers.join(', ')) : undefined,
          testid: 'verifier',
        },
        { term: t.card.evidence, value: evidence(verified.evidence, { t, locale }), testid: 'evidence' },
        { term: t.card.time, value: when(verified.time), testid: 'time' },
        { term: t.card.validUntil, value: when(verified.validUntil), testid: 'valid-until' },
      ],
      t.notStated,
    ),
  )
}

/**
 * @param {Array<[string, unknown]>} claims
 * @param {{ t: import('./page.js').Texts, locale: string }} page
 */
export function claimList(claims, { t, locale }) {
  if (claims.length === 0) return el('p', { class: 'muted' }, t.card.noClaims)
  return el(
    'dl',
    { class: 'claims' },
    ...claims.map(([name, value]) =>
      el(
        'div',
        { 'data-claim': name },
        el('dt', { testid: 'claim-name' }, foreign(claimName(name, t, locale))),
        el(
          'dd',
          { testid: 'claim-value' },
          typeof value === 'string' ? time(value, locale) : foreign(printable(value, t)),
        ),
      ),
    ),
  )
}

/** @param {Record<string, string>} labels @param {string | undefined} code */
function coded(labels, code) {
  return code === undefined ? undefined : foreign(label(labels, code), { 'data-value': code })
}

/**
 * @param {import('./session.js').Evidence[]} items
 * @param {{ t: import('./page.js').Texts, locale: string }} page
 */
function evidence(items, { t, locale }) {
  if (items.length === 0) return undefined
  return items.map(({ type, document, issuer, expires }) => {
    const line = el('span', { class: 'line' }, foreign(label(t.documents, document ?? type ?? t.notStated)))
    if (issuer !== undefined) line.append(', ', ...phrase(t.card.evidenceIssuer, { issuer: foreign(issuer) }))
    if (expires !== undefined) line.append(', ', ...phrase(t.card.evidenceExpires, { time: time(expires, locale) }))
    return line
  })
}
