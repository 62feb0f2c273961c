/** What a person reads for each error code. */
const messages = new Map([
  ['access_denied', 'You chose not to share your details.'],
  ['consent_request_rejected', 'You chose not to share your details.'],
  ['auth_failed', 'That did not match. Check what you entered and try again.'],
  ['auth_factor_mismatch', 'This way of logging in is not accepted here. Choose another one.'],
  ['individual_id_blocked', 'This identity number is blocked for now, because of too many attempts.'],
  ['invalid_individual_id', 'No person has this identity number. Check the number and try again.'],
  ['invalid_identifier', 'Enter your identity number.'],
  ['invalid_challenge_length', 'A code has six characters.'],
  ['invalid_challenge_format', 'The code contains characters it cannot have.'],
  ['invalid_transaction', 'Your time to log in has run out.'],
  ['no_attempts_left', 'No attempts are left. The identity number is blocked for ten minutes.'],
  ['no_email_mobile_found', 'Neither an e-mail address nor a telephone is known for this number.'],
  ['transaction_timeout', 'The time to decide has run out.'],
  ['authorization_failed_msg', 'The login service could not be reached. Try again in a moment.'],
  ['invalid_client_id', 'The service that sent you here is not registered.'],
  ['invalid_redirect_uri', 'The service that sent you here gave a return address that is not registered.'],
  ['invalid_request', 'This login link was used before, has expired, or is not complete.'],
])

/**
 * @param {string} code
 * @returns {string}
 */
export function messageFor(code) {
  return messages.get(code) ?? 'This login cannot go on.'
}
