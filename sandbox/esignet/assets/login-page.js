import { ApiRefusal, createApi } from './api.js'
import { entranceOf } from './authorization-request.js'
import { showConsent } from './consent-view.js'
import { showLogin } from './login-view.js'
import { messageFor } from './messages.js'
import { errorRedirect, successRedirect } from './redirects.js'

// Several deployments may live on one host, each under a path of its own.
const prefix = location.pathname.slice(0, -'/authorize'.length)
const api = createApi((path, init) => fetch(`${prefix}${path}`, { ...init, credentials: 'same-origin' }))
const query = new URLSearchParams(location.search)

/** @param {string} name */
function show(name) {
  for (const view of document.querySelectorAll('main > section[id]')) view.hidden = view.id !== `view-${name}`
  document.querySelector(`#view-${name} h1`)?.focus()
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof ApiRefusal ? error.errorCode : 'authorization_failed_msg')

/** @param {string} code */
function showError(code) {
  document.getElementById('error-text').textContent = messageFor(code)
  document.getElementById('error-code').textContent = code
  show('error')
}

async function begin() {
  await api.csrfToken()
  const entrance = entranceOf(query)
  const details =
    'pushed' in entrance ? await api.parOauthDetails(entrance.pushed) : await api.oauthDetails(entrance.plain)
  // After a pushed request the page never learns the state: its error redirects say "null".
  const state = 'pushed' in entrance ? null : query.get('state')
  return { details, state }
}

async function run() {
  const { details, state } = await begin()
  const clientName = details.clientName.eng ?? details.clientName['@none'] ?? ''
  for (const place of document.querySelectorAll('[data-client-name]')) place.textContent = clientName

  /** @param {string} error */
  const leaveWith = (error) => errorRedirect(details.redirectUri, { state, error, description: messageFor(error) })
  /** @param {string} error */
  const leave = (error) => location.assign(leaveWith(error))

  /** @param {string[]} accepted */
  const finish = async (accepted) => {
    try {
      const { code, redirectUri, state: sent, 'practice.redirect': instead } = await api.authCode(accepted)
      location.assign(instead ?? successRedirect(redirectUri, { state: sent, code, issuer: details.configs.issuer }))
    } catch (error) {
      leave(codeOf(error))
    }
  }

  const consent = async () => {
    let claimStatus = []
    try {
      claimStatus = (await api.claimDetails()).claimStatus
    } catch (error) {
      return leave(codeOf(error))
    }
    showConsent({ details, claimStatus, finish, leave })
    show('consent')
  }

  showLogin({
    api,
    details,
    leaveWith,
    leave,
    authenticated: (consentAction) => (consentAction === 'CAPTURE' ? consent() : finish([])),
  })
  show('login')
}

// What goes wrong before there is a login is shown here and never told to the service.
run().catch((error) => showError(codeOf(error)))
