import { settings } from '../settings.ts'
import type { World } from '../world.ts'
import { html, type Markup } from './html.ts'
import { layout } from './layout.ts'
import { personaCards } from './persona-cards.ts'

/** The page at `/authorize` of the Java line: every view is in it, its script shows one at a time. */
export const authorizePage = (world: World): Markup => loginPage(world, 'login-page.js')

/** The page at `/signin` of the Go line: the same views, driven by the flow API. */
export const signInPage = (world: World): Markup => loginPage(world, 'signin-page.js')

/** The page at `/error` of the Go line. */
export function errorPage(world: World, errorCode: string): Markup {
  return layout('You cannot log in this way — Veridonia', errorView(world, errorCode), world)
}

function loginPage(world: World, script: string): Markup {
  const content = html`<section id="view-loading" class="card narrow" aria-live="polite"><p>Opening the login…</p></section>
${loginView(world)}
${consentView}
${errorView(world)}
<noscript><section class="card narrow"><h1>This page needs JavaScript</h1><p>Switch it on to log in.</p></section></noscript>`
  return layout('Log in — Veridonia', content, { ...world, script })
}

function loginView(world: World): Markup {
  return html`<section id="view-login" class="columns" hidden>
<div class="card">
<p class="for-service">For <strong data-client-name></strong></p>
<h1 tabindex="-1" id="login-title">Log in</h1>
<p id="login-subtitle" class="lead"></p>
<form id="login-form" novalidate>
<div class="field">
<label for="individual-id">Identity number</label>
<input id="individual-id" name="individual-id" data-testid="individual-id" inputmode="numeric" autocomplete="username" spellcheck="false" required>
</div>
<fieldset class="factors">
<legend>How do you want to prove it is you?</legend>
<div id="factor-list"></div>
</fieldset>
<div id="panel-otp" class="panel" hidden>
<button type="button" class="primary wide" data-testid="send-code" id="send-code">Send me a code</button>
<p id="code-sent" class="hint" role="status"></p>
<div id="otp-field" class="field" hidden>
<label for="otp">Code from the message</label>
<input id="otp" name="otp" data-testid="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6" aria-describedby="otp-hint">
<p class="hint" id="otp-hint">Practice world: the code is <strong>${settings.otp}</strong></p>
</div>
</div>
<div id="panel-pin" class="panel" hidden>
<div class="field">
<label for="pin">PIN</label>
<input id="pin" name="pin" data-testid="pin" type="password" inputmode="numeric" autocomplete="current-password" maxlength="6" aria-describedby="pin-hint">
<p class="hint" id="pin-hint">Six digits.</p>
</div>
</div>
<div id="panel-password" class="panel" hidden>
<div class="field">
<label for="password">Password</label>
<input id="password" name="password" data-testid="password" type="password" autocomplete="current-password" aria-describedby="password-hint">
<p class="hint" id="password-hint">Practice world: “practice” and the person's PIN.</p>
</div>
</div>
<div id="panel-bio" class="panel" hidden>
<button type="button" class="primary wide" data-testid="biometric" id="biometric">Use the practice fingerprint</button>
<p class="hint">Practice world: every fingerprint is taken for the right one.</p>
</div>
<p class="alert" id="login-error" role="alert" data-testid="error" hidden></p>
<p id="leave" hidden><a id="leave-link" href="#" data-testid="leave">Leave and go back to the service</a></p>
<button type="submit" class="primary wide" data-testid="verify" id="verify">Log in</button>
</form>
</div>
${personaCards(world.identities.values())}
</section>`
}

const consentView = html`<section id="view-consent" class="card narrow" hidden>
<p class="for-service">For <strong data-client-name></strong></p>
<h1 tabindex="-1" id="consent-title">Share these details?</h1>
<p class="lead"><span data-client-name></span> asks for the details below. It receives nothing until you allow it.</p>
<div id="essential-block">
<h2>Needed for this service</h2>
<ul id="essential-claims" class="claims" data-testid="essential-claims"></ul>
</div>
<div id="voluntary-block">
<h2>Your choice</h2>
<ul id="voluntary-claims" class="claims" data-testid="voluntary-claims"></ul>
</div>
<p class="countdown"><span id="countdown" aria-hidden="true" data-testid="countdown"></span> left to decide</p>
<p id="countdown-spoken" class="visually-hidden" aria-live="polite"></p>
<p class="alert" id="consent-error" role="alert" hidden></p>
<div class="actions">
<button type="button" class="primary" data-testid="consent-allow" id="consent-allow">Allow</button>
<button type="button" class="secondary" data-testid="consent-cancel" id="consent-cancel">Cancel</button>
</div>
</section>`

function errorView(world: World, shown?: string): Markup {
  const text = shown === undefined ? '' : 'The service that sent you here asked for something that cannot be done.'
  const hidden = shown === undefined ? html`hidden` : html``
  const home = world.homeUrl
    ? html`<p><a class="button secondary" href="${world.homeUrl}">To the start page</a></p>`
    : html``
  return html`<section id="view-error" class="card narrow" data-testid="error-view" ${hidden}>
<h1 tabindex="-1">You cannot log in this way</h1>
<p id="error-text" class="lead" role="alert">${text}</p>
<p>Go back to the service you came from and start again there. If it happens again, tell the service this word:</p>
<p><code id="error-code" data-testid="error-code">${shown ?? ''}</code></p>
${home}
</section>`
}
