// @ts-check
import { decisionPanel } from '../kit/decision-panel.js'
import { el, foreign, phrase } from '../kit/dom.js'
import { openPage } from '../kit/page.js'
import { verifiedName } from '../kit/session.js'
import { alsoKnownSection, authenticationSection, verifiedSection } from '../kit/session-facts.js'
import { showSession } from '../kit/session-view.js'
import { visa } from './visa.js'

const page = await openPage(visa)
if (page) await showSession(page, { here: (session) => application(session, page), nobody: () => invitation(page) })

/** @param {import('../kit/session.js').Session} session @param {import('../kit/page.js').Page} page */
function application(session, page) {
  const { page: words } = page.t
  const name = verifiedName(session, visa.act, document.documentElement.lang)
  const title =
    name === undefined ? [words['welcomeNobody'] ?? ''] : phrase(words['welcome'] ?? '', { name: foreign(name) })
  return [
    el('h1', { class: 'welcome', testid: 'welcome', tabindex: '-1' }, ...title),
    verifiedSection(session, page),
    decisionPanel(visa.act, session, page),
    ...alsoKnownSection(session, page),
    authenticationSection(session, page),
  ]
}

/** @param {import('../kit/page.js').Page} page */
function invitation({ t, login }) {
  const { page: words } = t
  return [
    el(
      'section',
      { class: 'outcome', testid: 'not-logged-in' },
      el('h1', { tabindex: '-1' }, words['invitationTitle'] ?? ''),
      el('p', {}, words['invitationLead'] ?? ''),
      el('p', {}, el('a', { class: 'button', testid: 'apply', href: login(visa.act) }, words['apply'] ?? '')),
    ),
  ]
}
