import { html, type Markup } from '../esignet/pages/html.ts'
import type { Expectation, Switch } from './switches.ts'

interface Group {
  readonly title: string
  readonly has: (lie: Switch) => boolean
}

const ofRows = (letter: string) => (lie: Switch) => firstRow(lie).startsWith(letter)

/** What eSignet can lie about, in the order of a login. */
const groups: readonly Group[] = [
  { title: 'itself', has: (lie) => ofRows('A')(lie) && lie.door === 'discovery' },
  { title: 'the request it was sent', has: (lie) => ofRows('A')(lie) && lie.door === 'par' },
  { title: 'the way back', has: (lie) => ofRows('A')(lie) && lie.door === 'success-redirect' },
  { title: 'its keys', has: ofRows('D') },
  { title: 'the tokens', has: ofRows('B') },
  { title: 'who logged in', has: ofRows('C') },
  { title: 'what it knows about the person', has: ofRows('E') },
  { title: 'what was verified', has: ofRows('F') },
  { title: 'nothing, and only answered badly', has: (lie) => ofRows('J')(lie) && lie.door !== undefined },
]

/** What else can fail, one service of AWS at a time. */
const failing: readonly Group[] = [
  { title: 'the database', has: ({ service }) => service === 'dynamodb' },
  { title: 'the keys', has: ({ service }) => service === 'kms' },
]

/** The words for how an accepted lie ends, as on the cards of people. */
const endings: Readonly<Record<string, string>> = { permit: 'goes through', 're-verify': 'verify again' }

const pill = ({ refusedAs, endsAs, ways: some }: Expectation): Markup =>
  refusedAs === 'accepted'
    ? html`<span class="pill ${endsAs === 'permit' ? 'good' : 'gap'}" data-ways="${JSON.stringify(some)}">${endings[endsAs] ?? endsAs}</span>`
    : html`<a class="pill bad" href="/problems/${refusedAs}" data-ways="${JSON.stringify(some)}">${refusedAs}</a>`

const ways = ({ name, ways: all }: Switch): Markup =>
  all.length === 1
    ? html``
    : html`<label><span class="hidden">In which way: ${name}</span><select data-way>${all.map((way) => html`<option>${way}</option>`)}</select></label>`

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const entry = (
  lie: Switch,
): Markup => html`<li data-lie="${lie.name}"${lie.door === undefined ? html` data-failure` : html``} data-service="${lie.during.split('/')[0] ?? ''}">
<p>${upperFirst(lie.says)}. <span class="rows">${lie.rows.join(' ')}</span></p>
<div class="how">${lie.expected.map(pill)}<span class="switch">${ways(lie)}<button type="button" class="button small" aria-pressed="false" aria-label="${lie.door === undefined ? 'Let this fail' : 'Tell this lie'}: ${lie.name}" data-tell data-testid="tell-${lie.name}">${lie.door === undefined ? 'Let it fail' : 'Tell it'}</button></span></div>
</li>`

const firstRow = ({ rows }: Switch): string => rows[0] ?? ''

const group = ({ title, has }: Group, lies: readonly Switch[]): Markup => {
  const own = lies.filter(has).sort((one, other) => firstRow(one).localeCompare(firstRow(other)))
  if (own.length === 0) return html``
  return html`<details class="lies"><summary><span>… ${title}?</span> <span class="count">${String(own.length)}</span></summary>
<ul>${own.map(entry)}</ul></details>`
}

/** Shown on top of the page while eSignet lies; filled by `lies.js`. */
export const lieBanner: Markup = html`<aside id="lying" class="lying" role="status" hidden><div class="wrap">
<p><strong id="lie-who">eSignet is lying:</strong> <span id="lie-says"></span><span id="lie-way"></span>. <span id="lie-expected"></span></p>
<p class="actions"><a class="button" id="lie-try" href="/">Log in now</a> <button type="button" class="button quiet" id="lie-stop" data-testid="stop-lying">Stop lying</button></p>
</div></aside>`

/** Every lie and every failure, grouped, with a button each. One is on at a time. */
export const liePanel = (lies: readonly Switch[]): Markup => html`<section class="wrap" aria-labelledby="lies">
<h2 id="lies">What if eSignet lied about …</h2>
<p class="intro">Choose a lie, log in at the portal as <strong>Verified under eIDAS</strong>, and see that it is noticed. A red name is the reason you will be given; what is harmless goes through all the same. <code>npm run torture</code> tells them all.</p>
<p class="filter"><label for="lie-filter">Find a lie or a failure</label> <input type="search" id="lie-filter" placeholder="nonce, signature, C24 …" autocomplete="off"></p>
${groups.map((each) => group(each, lies))}
<h2 id="failures" class="second">What if AWS failed at …</h2>
<p class="intro">The functions talk to a database and to keys. What is only busy is asked again; what is away ends the login with a clear answer, and the next one works.</p>
${failing.map((each) => group(each, lies))}
<p class="muted" id="lie-none" hidden>Nothing here has these words.</p>
<noscript><p>To switch a lie on needs JavaScript; <a href="/practice/lies">the list is also here as JSON</a>.</p></noscript>
</section>`
