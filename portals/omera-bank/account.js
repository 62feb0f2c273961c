// @ts-check
import { decisionPanel, knownOutcome } from '../kit/decision-panel.js'
import { el, foreign, phrase } from '../kit/dom.js'
import { openPage } from '../kit/page.js'
import { verifiedName } from '../kit/session.js'
import { alsoKnownSection, authenticationSection, verifiedSection } from '../kit/session-facts.js'
import { showSession } from '../kit/session-view.js'
import { label } from '../kit/words.js'
import { bank } from './bank.js'

/** @typedef {import('../kit/page.js').Page} Page */
/** @typedef {import('../kit/session.js').Session} Session */

const page = await openPage(bank)
if (page) await showSession(page, { here: (session) => account(session, page), nobody: () => invitation(page) })

/** @param {Session} session @param {Page} page */
function account(session, page) {
  const { page: words } = page.t
  const name = verifiedName(session, bank.act, document.documentElement.lang)
  const welcome =
    name === undefined ? [words['welcomeNobody'] ?? ''] : phrase(words['welcome'] ?? '', { name: foreign(name) })
  return [
    el('h1', { class: 'welcome', testid: 'welcome', tabindex: '-1' }, ...welcome),
    decisionPanel(bank.act, session, page),
    verifiedSection(session, page),
    ...alsoKnownSection(session, page),
    authenticationSection(session, page),
    ...otherActs(session, page),
  ]
}

/** The decisions about everything else the person may do here, in one line each. @param {Session} session @param {Page} page */
function otherActs({ decisions }, { t, login }) {
  const others = [...decisions].filter(([act]) => act !== bank.act)
  if (others.length === 0) return []
  const lines = others.map(([act, { outcome }]) => {
    const known = knownOutcome(outcome)
    const words = t.decision[known]
    const line = el(
      'li',
      { testid: 'other-act', 'data-act': act, 'data-outcome': outcome },
      el('strong', {}, foreign(label(t.acts, act))),
      el('span', {}, words.title),
    )
    if ('action' in words) line.append(el('a', { href: login(act) }, words.action))
    return line
  })
  return [
    el(
      'section',
      { class: 'block', 'aria-labelledby': 'others' },
      el('h2', { id: 'others' }, t.page['otherActs'] ?? ''),
      el('ul', { class: 'other-acts' }, ...lines),
    ),
  ]
}

/** @param {Page} page */
function invitation({ t, login }) {
  const { page: words } = t
  return [
    el(
      'section',
      { class: 'outcome', testid: 'not-logged-in' },
      el('h1', { tabindex: '-1' }, words['invitationTitle'] ?? ''),
      el('p', {}, words['invitationLead'] ?? ''),
      el(
        'p',
        { class: 'actions' },
        el('a', { class: 'button', testid: 'open-account', href: login('open-account') }, words['openAccount'] ?? ''),
        el('a', { class: 'button quiet', testid: 'sign-in', href: login('sign-in') }, words['signIn'] ?? ''),
      ),
    ),
  ]
}
