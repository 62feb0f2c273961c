/** An error whose message says all there is to say to the person at the terminal; printed without a stack. */
export class Sentence extends Error {
  name = 'Sentence'
}
