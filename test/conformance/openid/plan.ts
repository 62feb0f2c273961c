/**
 * The modules of the OpenID conformance suite that apply to this relying party: code flow, private_key_jwt, plain responses.
 * The names are the suite's, and each is a file beside this one; an underscore in a name is a hyphen in the file's.
 */

const fapi2 = 'fapi2-security-profile-final-client-test'
const core = 'oidcc-client-test'

/** `fapi2-security-profile-final-client-test-plan` with private_key_jwt, DPoP and OpenID Connect. */
export const fapi2Modules: readonly string[] = [
  `${fapi2}-happy-path`,
  `${fapi2}-happy-path-no-dpop-nonce`,
  `${fapi2}-discovery-issuer-mismatch`,
  `${fapi2}-invalid-iss`,
  `${fapi2}-invalid-missing-iss`,
  `${fapi2}-invalid-aud`,
  `${fapi2}-invalid-missing-aud`,
  `${fapi2}-invalid-secondary-aud`,
  `${fapi2}-valid-aud-as-array`,
  `${fapi2}-invalid-null-alg`,
  `${fapi2}-invalid-alternate-alg`,
  `${fapi2}-invalid-expired-exp`,
  `${fapi2}-invalid-missing-exp`,
  `${fapi2}-invalid-nonce`,
  `${fapi2}-invalid-missing-nonce`,
  `${fapi2}-invalid-authorization-response-iss`,
  `${fapi2}-remove-authorization-response-iss`,
  `${fapi2}-ensure-authorization-response-with-invalid-state-fails`,
  `${fapi2}-ensure-authorization-response-with-invalid-missing-state-fails`,
  `${fapi2}-token-endpoint-response-without-expires_in`,
  `${fapi2}-token-type-case-insensitivity`,
  `${fapi2}-rs-dpop-auth-scheme-case-insensitivity`,
]

/** Those of `oidcc-client-test-plan` that ask for nothing this relying party refuses by design. */
export const coreModules: readonly string[] = [
  core,
  `${core}-nonce-invalid`,
  `${core}-scope-userinfo-claims`,
  `${core}-kid-absent-single-jwks`,
  `${core}-kid-absent-multiple-jwks`,
  `${core}-missing-iat`,
  `${core}-missing-aud`,
  `${core}-invalid-aud`,
  `${core}-idtoken-sig-none`,
  `${core}-idtoken-sig-rs256`,
  `${core}-missing-sub`,
  `${core}-invalid-sig-rs256`,
  `${core}-invalid-sig-es256`,
  `${core}-invalid-iss`,
  `${core}-userinfo-invalid-sub`,
  `${core}-userinfo-bearer-header`,
  `${core}-discovery-openid-config`,
  `${core}-discovery-jwks-uri-keys`,
  `${core}-discovery-issuer-mismatch`,
  `${core}-signing-key-rotation-just-before-signing`,
  `${core}-signing-key-rotation`,
  `${core}-userinfo-signed`,
]

/** All six of `oidcc-client-config-certification-test-plan`, which are among the above. */
export const configModules: readonly string[] = [
  `${core}-idtoken-sig-none`,
  `${core}-discovery-openid-config`,
  `${core}-discovery-jwks-uri-keys`,
  `${core}-discovery-issuer-mismatch`,
  `${core}-signing-key-rotation-just-before-signing`,
  `${core}-signing-key-rotation`,
]

export const fileOf = (module: string): string => `${module.replaceAll('_', '-')}.test.ts`
