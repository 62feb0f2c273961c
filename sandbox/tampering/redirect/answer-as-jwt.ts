import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

export default defineLie({
  name: 'answer-as-jwt',
  rows: ['A17'],
  says: 'the answer comes as one signed parameter that nobody asked for (JARM)',
  door: 'success-redirect',
  tell: redirect(async (address, { signAs, esignet }) => {
    const { code, state } = Object.fromEntries(address.searchParams)
    const response = await signAs('provider', { alg: 'PS256' }, JSON.stringify({ iss: esignet, code, state }))
    return `${address.origin}${address.pathname}?response=${response}`
  }),
  leaves: 'still-pending',
  refusedAs: 'state-missing',
})
