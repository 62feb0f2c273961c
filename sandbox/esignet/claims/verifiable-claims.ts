/** What discovery lists as obtainable inside `verified_claims`. */
export const verifiableClaims: readonly string[] = [
  'name',
  'address',
  'gender',
  'birthdate',
  'picture',
  'email',
  'phone_number',
  'country',
  'given_name',
  'family_name',
]
