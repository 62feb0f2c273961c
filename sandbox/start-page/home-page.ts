import { html, type Markup } from '../esignet/pages/html.ts'
import type { ReleasedMetadata } from '../personas.ts'
import type { ServiceFile } from '../world/services.ts'
import { layout } from './layout.ts'
import { lieBanner, liePanel } from './lie-panel.ts'
import { personaCard } from './persona-card.ts'
import type { Practice } from './practice-doors.ts'
import { nameOf, withoutPortal } from './service-page.ts'
import { switchesOf } from './switches.ts'
import type { WorldView } from './view.ts'

const hero = (bank: string, visa: string): Markup => html`<section class="hero"><div class="wrap">
<div class="pitch"><div>
<h1>Prove who you are once, be served everywhere</h1>
<p class="lead">Veridonia is an invented country where people prove their identity once and every service that may know it can use it. What runs here is the very service that is deployed to AWS, beside a simulated eSignet and two web sites that rely on both. Log in as one of the people below, and see what each service makes of it.</p>
<p class="actions">
<a class="button" href="${bank}" data-testid="open-bank">Open Omera Bank first</a>
<a class="button quiet" href="${visa}" data-testid="open-visa">Then the visa portal</a>
</p>
</div><img src="/assets/once.svg" alt="" width="420" height="330"></div>
<ol class="steps">
<li>At the bank, choose <strong>Open an account</strong>.</li>
<li>At eSignet, pick <strong>Verified under eIDAS</strong>, ask for a code, enter <kbd>111111</kbd>.</li>
<li>Come back: the account opens, and the page says why. Then try <strong>The trust gap</strong>.</li>
</ol>
</div></section>`

const asMockNotice = html`<p class="notice" role="note"><strong>Started with --as-mock.</strong> eSignet says under which framework and when somebody was verified, and nothing about level, verifier or evidence, like its stock mock. The bank has rules about those, so its account opens for nobody.</p>`

const nothingReleasedNotice = html`<p class="notice" role="note"><strong>Started with an eSignet that releases no verification.</strong> Release 2.0 takes the question and answers without it. What needs a verification goes through for nobody, and the portals say what is missing.</p>`

const inPlainNotice = html`<p class="notice" role="note"><strong>Started with an eSignet that encrypts nothing.</strong> The visa portal asks for encrypted UserInfo, which eSignet does since release 1.8, and refuses what comes in plain. Its applications end with an error that says so.</p>`

const notices: Readonly<Record<ReleasedMetadata, Markup>> = {
  oidc4ida: html``,
  'as-mock': asMockNotice,
  nothing: nothingReleasedNotice,
}

const people = (
  view: WorldView,
  services: readonly ServiceFile[],
): Markup => html`<section class="wrap" aria-labelledby="people">
<h2 id="people">Who you can be</h2>
<p class="intro">Eleven invented people. Each card says how to log in and how every act will end.</p>
${notices[view.verificationMetadata]}${view.encrypts ? html`` : inPlainNotice}<ul class="cards">${view.personas.map((persona) => personaCard(persona, services))}</ul>
</section>`

const place = (name: string, url: string, what: string, extra: Markup = html``): Markup =>
  html`<tr><th scope="row">${name}</th><td><a href="${url}">${url.replace('http://', '')}</a></td><td>${what}${extra}</td></tr>`

const places = (view: WorldView, services: readonly ServiceFile[]): Markup => {
  const { urls } = view
  return html`<section class="wrap" aria-labelledby="places">
<h2 id="places">What runs where</h2>
<div class="scroll"><table class="places">
<thead><tr><th scope="col">Part</th><th scope="col">Address</th><th scope="col">What it is</th></tr></thead>
<tbody>
${place('Omera Bank', urls.portals['omera-bank'] ?? '', 'A service with strict rules: it wants a verification under eIDAS.')}
${place('Visa portal', urls.portals['visa'] ?? '', 'A service that takes any verification it knows.')}
${withoutPortal(services, view).map((service) => place(nameOf(service), `${urls.home}/services/${service.id}`, 'A service without a web site of its own: links to log in, and what the session door says.'))}
${place('eSignet', urls.esignet, 'The national login, simulated: people, codes, consent.')}
${place('API', `${urls.api}/health`, 'The doors of Verify Once, as they would be deployed: one Lambda function each, its own role, its own log.')}
<tr><th scope="row">Local AWS</th><td><code>${urls.aws.replace('http://', '')}</code></td><td>DynamoDB and KMS for those functions. Every call is signed, and decided by the IAM policies of the template.</td></tr>
</tbody></table></div>
</section>`
}

const tile = (id: string, name: string, what: string): Markup => html`<li class="tile" id="${id}">
<h3>${name}</h3>
<p class="total" data-total>0</p>
<p class="muted">${what}</p>
<dl data-by></dl>
</li>`

const live: Markup = html`<section class="wrap live" aria-labelledby="live">
<div class="row"><h2 id="live">What it costs, live</h2><button type="button" class="button small quiet" id="reset" data-testid="reset">Start counting afresh</button></div>
<p class="intro">Calls that the functions made since <time id="since">now</time>. Log in once and watch.</p>
<ul class="tiles">
${tile('kms', 'KMS', 'signatures and data keys')}
${tile('dynamodb', 'DynamoDB', 'reads and writes')}
${tile('esignet', 'eSignet', 'calls from server to server')}
${tile('denials', 'IAM denials', 'a role asked for more than its policy gives')}
</ul>
<h3 id="lines-title">What the doors wrote</h3>
<p class="muted" id="quiet">Nothing yet. Lines appear as soon as somebody knocks.</p>
<div class="scroll"><ol id="lines" class="lines" tabindex="0" aria-labelledby="lines-title"></ol></div>
<noscript><p>The numbers need JavaScript; <a href="/counters">they are also here as JSON</a>.</p></noscript>
</section>`

/** The first page a newcomer sees. */
export const homePage = (
  view: WorldView,
  services: readonly ServiceFile[],
  practice?: Pick<Practice, 'lies' | 'failing' | 'release'>,
): string => {
  const { portals } = view.urls
  const switches = practice === undefined ? [] : switchesOf(practice, view.personas[0]?.expects ?? {})
  const canLie = switches.length > 0
  const content = html`${canLie ? lieBanner : html``}${hero(portals['omera-bank'] ?? '', portals['visa'] ?? '')}${people(view, services)}${canLie ? liePanel(switches) : html``}${places(view, services)}${live}`
  return layout('Verify Once · practice world', content, ...['live.js', ...(canLie ? ['lies.js'] : [])])
}
