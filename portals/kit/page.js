// @ts-check
import { connect } from './client.js'
import { outcomePage, readOutcome } from './outcome-page.js'
import { kitTexts } from './texts.js'
import { chooseLanguage } from './words.js'

/**
 * What a portal says over and above the kit. `page` holds the words of its HTML by `data-text` key, `acts` names its acts, and
 * `decisionsByAct` may say a decision in the portal's own words.
 *
 * @typedef {{
 *   page: Record<string, string>, acts: Record<string, string>,
 *   decisionsByAct: Record<string, Partial<Record<keyof import('./words.js').KitTexts['decision'], { title?: string, next?: string, action?: string }>>>,
 * }} PortalTexts
 */
/** @typedef {import('./words.js').KitTexts & PortalTexts} Texts */
/**
 * @typedef {{ settings: import('./client.js').Settings, locale: string, t: Texts, client: ReturnType<typeof connect>,
 *   login(act: string): string, main: HTMLElement }} Page
 */
/** @typedef {{ act: string, returnTo: string, texts: Record<string, PortalTexts> }} Portal */

/**
 * Puts the words into the page and the addresses into its links. When the reader was sent back with an outcome, that is the page.
 *
 * @param {Portal} portal
 * @returns {Promise<Page | undefined>} undefined when the page is already complete
 */
export async function openPage({ act, returnTo, texts }) {
  const language = chooseLanguage(Object.keys(texts), navigator.languages)
  const t = {
    ...kitTexts.en,
    ...Object.entries(kitTexts).find(([tag]) => tag === language)?.[1],
    ...(texts[language] ?? texts['en']),
  }
  document.documentElement.lang = language
  const settings = await (await fetch('/settings.json')).json()
  const client = connect(settings, language)
  const main = document.querySelector('main') ?? document.body
  // The reader's own region decides how times are written, the language only which words surround them.
  const locale = navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language
  /** @type {Page} */
  const page = {
    settings,
    locale,
    t: /** @type {Texts} */ (t),
    client,
    login: (wanted) => client.loginUrl(wanted, returnTo),
    main,
  }
  furnish(page)
  const outcome = readOutcome(new URLSearchParams(location.search))
  if (outcome === undefined) return page
  const wanted = outcome.act !== undefined && Object.hasOwn(page.t.acts, outcome.act) ? outcome.act : act
  show(page, outcomePage(outcome, wanted, page))
  return undefined
}

/** @param {Page} page */
function furnish({ t, settings, login }) {
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t.page[element.getAttribute('data-text') ?? ''] ?? element.textContent
  }
  for (const link of document.querySelectorAll('a[data-login]'))
    link.setAttribute('href', login(link.getAttribute('data-login') ?? ''))
  for (const link of document.querySelectorAll('a[data-home]')) link.setAttribute('href', settings.home)
}

/**
 * Replaces what the page shows. The heading takes the focus, so that a screen reader starts there, and names the window.
 *
 * @param {Page} page
 * @param {...Node} content
 */
export function show({ main }, ...content) {
  main.className = 'wrap'
  main.replaceChildren(...content)
  const heading = main.querySelector('h1')
  if (heading === null) return
  document.title = `${(heading.textContent ?? '').slice(0, 80)} · ${document.title.split(' · ').at(-1)}`
  heading.focus()
}
