/**
 * The condition keys this data plane can answer for. A policy that tests any other key is refused when it is loaded:
 * evaluating it as "absent" would turn negated operators and ForAllValues into silent permission.
 */

/** Keys whose value is a list in the request; IAM wants a set operator (or Null) for them, and so do we. */
const manyValued = new Set([
  'dynamodb:leadingkeys',
  'dynamodb:attributes',
  'kms:encryptioncontextkeys',
  'kms:resourcealiases',
  'aws:tagkeys',
])

const single = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:principalisawsservice',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:securetransport',
  'aws:viaawsservice',
  'aws:currenttime',
  'aws:epochtime',
  'kms:calleraccount',
  'kms:keyspec',
  'kms:keyusage',
  'kms:keyorigin',
  'kms:customermasterkeyspec',
  'kms:customermasterkeyusage',
  'kms:multiregion',
  'kms:signingalgorithm',
  'kms:messagetype',
  'kms:encryptionalgorithm',
  'kms:macalgorithm',
  'kms:requestalias',
  'kms:schedulekeydeletionpendingwindowindays',
  'kms:bypasspolicylockoutsafetycheck',
  'dynamodb:select',
  'dynamodb:returnvalues',
  'dynamodb:returnconsumedcapacity',
  'dynamodb:enclosingoperation',
])

/** Keys that exist in AWS and are truly absent from every call here: nothing calls on behalf of a service, there is no organisation. */
const alwaysAbsent = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:principalorgid',
  'aws:sourcevpce',
  'aws:sourcevpc',
  'aws:calledviafirst',
  'aws:calledvialast',
  'kms:viaservice',
  'kms:grantisforawsresource',
  'kms:grantoperations',
])

const prefixes = ['aws:principaltag/', 'aws:requesttag/', 'aws:resourcetag/', 'kms:encryptioncontext:']

export const isManyValued = (key: string): boolean => manyValued.has(key.toLowerCase())

export function isKnownConditionKey(key: string): boolean {
  const name = key.toLowerCase()
  if (manyValued.has(name) || single.has(name) || alwaysAbsent.has(name)) return true
  return prefixes.some((prefix) => name.startsWith(prefix) && name.length > prefix.length)
}
