import accessTokenOfAnother from './id-token/access-token-of-another.ts'
import algorithmNamedTwice from './id-token/algorithm-named-twice.ts'
import algorithmNone from './id-token/algorithm-none.ts'
import algorithmUnsaid from './id-token/algorithm-unsaid.ts'
import anotherSpelling from './id-token/another-spelling.ts'
import audienceAsList from './id-token/audience-as-list.ts'
import audienceOfOurOtherService from './id-token/audience-of-our-other-service.ts'
import audienceShared from './id-token/audience-shared.ts'
import authorizedPartyOfAnother from './id-token/authorized-party-of-another.ts'
import clientAssertionAsIdToken from './id-token/client-assertion-as-id-token.ts'
import criticalHeader from './id-token/critical-header.ts'
import expired from './id-token/expired.ts'
import hmacWithThePublicKey from './id-token/hmac-with-the-public-key.ts'
import idTokenEnormous from './id-token/id-token-enormous.ts'
import idTokenForAnotherClient from './id-token/id-token-for-another-client.ts'
import idTokenLong from './id-token/id-token-long.ts'
import idTokenNotAnObject from './id-token/id-token-not-an-object.ts'
import idTokenOfAnEarlierLogin from './id-token/id-token-of-an-earlier-login.ts'
import idTokenOfOddParts from './id-token/id-token-of-odd-parts.ts'
import issuedAWeekAgo from './id-token/issued-a-week-ago.ts'
import issuedByAnother from './id-token/issued-by-another.ts'
import issuedInTheFuture from './id-token/issued-in-the-future.ts'
import keyIdHostile from './id-token/key-id-hostile.ts'
import keyIdUnknown from './id-token/key-id-unknown.ts'
import keyInTheHeader from './id-token/key-in-the-header.ts'
import loggedInInTheFuture from './id-token/logged-in-in-the-future.ts'
import loggedInLongAgo from './id-token/logged-in-long-ago.ts'
import loginInTwoWays from './id-token/login-in-two-ways.ts'
import loginWeakerThanAsked from './id-token/login-weaker-than-asked.ts'
import nestedWithoutEnd from './id-token/nested-without-end.ts'
import noAccessTokenHash from './id-token/no-access-token-hash.ts'
import noKeyIdManyKeys from './id-token/no-key-id-many-keys.ts'
import noKeyIdOneKey from './id-token/no-key-id-one-key.ts'
import noTimeOfIssue from './id-token/no-time-of-issue.ts'
import noTimeOfLogin from './id-token/no-time-of-login.ts'
import nonceOfAnotherLogin from './id-token/nonce-of-another-login.ts'
import notValidYet from './id-token/not-valid-yet.ts'
import prototypeClaim from './id-token/prototype-claim.ts'
import signatureMissing from './id-token/signature-missing.ts'
import signatureOfAStranger from './id-token/signature-of-a-stranger.ts'
import subjectInBrokenUtf8 from './id-token/subject-in-broken-utf8.ts'
import subjectInOtherCase from './id-token/subject-in-other-case.ts'
import subjectMissing from './id-token/subject-missing.ts'
import subjectUnusable from './id-token/subject-unusable.ts'
import timeOfIssueOutOfRange from './id-token/time-of-issue-out-of-range.ts'
import timeOfLoginOutOfRange from './id-token/time-of-login-out-of-range.ts'
import tokenOfAnotherType from './id-token/token-of-another-type.ts'
import twoSubjects from './id-token/two-subjects.ts'
import typeAbsentOrPlain from './id-token/type-absent-or-plain.ts'
import validForEver from './id-token/valid-for-ever.ts'
import weakerAlgorithm from './id-token/weaker-algorithm.ts'
import certificateOfAnotherKey from './keys/certificate-of-another-key.ts'
import keyForAnotherUse from './keys/key-for-another-use.ts'
import keyOfABrokenKind from './keys/key-of-a-broken-kind.ts'
import keySetEnormous from './keys/key-set-enormous.ts'
import keySetWithTwins from './keys/key-set-with-twins.ts'
import keyTooShort from './keys/key-too-short.ts'
import keyWithdrawn from './keys/key-withdrawn.ts'
import keysElsewhere from './keys/keys-elsewhere.ts'
import keysRotated from './keys/keys-rotated.ts'
import noKeys from './keys/no-keys.ts'
import oneKeyTwice from './keys/one-key-twice.ts'
import oneNameTwoKinds from './keys/one-name-two-kinds.ts'
import privateKeyPublished from './keys/private-key-published.ts'
import secretPublished from './keys/secret-published.ts'
import tooManyKeys from './keys/too-many-keys.ts'
import twoKeysOfOneName from './keys/two-keys-of-one-name.ts'
import type { Lie } from './lie.ts'
import endpointOfAnotherHost from './metadata/endpoint-of-another-host.ts'
import endpointWithoutTls from './metadata/endpoint-without-tls.ts'
import metadataOfAnotherIssuer from './metadata/metadata-of-another-issuer.ts'
import metadataWithTwins from './metadata/metadata-with-twins.ts'
import metadataWithoutProofKeys from './metadata/metadata-without-proof-keys.ts'
import metadataWithoutPushedRequests from './metadata/metadata-without-pushed-requests.ts'
import boundTokenBecomesBearer from './proof/bound-token-becomes-bearer.ts'
import nonceForEver from './proof/nonce-for-ever.ts'
import nonceHostile from './proof/nonce-hostile.ts'
import proofAskedAgain from './proof/proof-asked-again.ts'
import proofRefused from './proof/proof-refused.ts'
import userInfoAsksForEver from './proof/user-info-asks-for-ever.ts'
import userInfoForAnotherKey from './proof/user-info-for-another-key.ts'
import clientUnknown from './pushed/client-unknown.ts'
import pushedAndRedirected from './pushed/pushed-and-redirected.ts'
import pushedAnswerWithTwins from './pushed/pushed-answer-with-twins.ts'
import pushedButNotCreated from './pushed/pushed-but-not-created.ts'
import pushedRequestFailsOnce from './pushed/pushed-request-fails-once.ts'
import requestRefused from './pushed/request-refused.ts'
import requestUriElsewhere from './pushed/request-uri-elsewhere.ts'
import requestUriLivesImplausibly from './pushed/request-uri-lives-implausibly.ts'
import answerAsJwt from './redirect/answer-as-jwt.ts'
import codeAndError from './redirect/code-and-error.ts'
import codeInTheFragment from './redirect/code-in-the-fragment.ts'
import codeOfAnotherLogin from './redirect/code-of-another-login.ts'
import codeOfStrangeCharacters from './redirect/code-of-strange-characters.ts'
import errorDescriptionHostile from './redirect/error-description-hostile.ts'
import errorWithIssuer from './redirect/error-with-issuer.ts'
import errorWithoutIssuer from './redirect/error-without-issuer.ts'
import furtherParameters from './redirect/further-parameters.ts'
import issuerOfAnotherProvider from './redirect/issuer-of-another-provider.ts'
import noCode from './redirect/no-code.ts'
import noIssuer from './redirect/no-issuer.ts'
import stateNull from './redirect/state-null.ts'
import tokensInTheAddress from './redirect/tokens-in-the-address.ts'
import twoCodes from './redirect/two-codes.ts'
import twoIssuers from './redirect/two-issuers.ts'
import contentEncryptionOfAnotherKind from './sealed/content-encryption-of-another-kind.ts'
import envelopeOfOddParts from './sealed/envelope-of-odd-parts.ts'
import headerOfTheEnvelopeWithTwins from './sealed/header-of-the-envelope-with-twins.ts'
import keyWrappedInAnotherWay from './sealed/key-wrapped-in-another-way.ts'
import sealBroken from './sealed/seal-broken.ts'
import sealStripped from './sealed/seal-stripped.ts'
import sealWithExtension from './sealed/seal-with-extension.ts'
import sealedAndCompressed from './sealed/sealed-and-compressed.ts'
import sealedButUnsigned from './sealed/sealed-but-unsigned.ts'
import sealedByHand from './sealed/sealed-by-hand.ts'
import sealedForAnotherClient from './sealed/sealed-for-another-client.ts'
import sealedForSomebodyElse from './sealed/sealed-for-somebody-else.ts'
import sealedForgery from './sealed/sealed-forgery.ts'
import sealedInAnotherAlgorithm from './sealed/sealed-in-another-algorithm.ts'
import sealedThoughNotAgreed from './sealed/sealed-though-not-agreed.ts'
import sealedTwice from './sealed/sealed-twice.ts'
import boundThoughNotAsked from './token-answer/bound-though-not-asked.ts'
import clientForgotten from './token-answer/client-forgotten.ts'
import codeRefused from './token-answer/code-refused.ts'
import lifeAsText from './token-answer/life-as-text.ts'
import lifeImplausible from './token-answer/life-implausible.ts'
import noAccessToken from './token-answer/no-access-token.ts'
import noIdToken from './token-answer/no-id-token.ts'
import noLifeTold from './token-answer/no-life-told.ts'
import noTokenType from './token-answer/no-token-type.ts'
import prototypeInTheAnswer from './token-answer/prototype-in-the-answer.ts'
import refreshTokenUnasked from './token-answer/refresh-token-unasked.ts'
import scopeOfAnotherSize from './token-answer/scope-of-another-size.ts'
import tokenAnswerEnormous from './token-answer/token-answer-enormous.ts'
import tokenAnswerExplodes from './token-answer/token-answer-explodes.ts'
import tokenAnswerNestedWithoutEnd from './token-answer/token-answer-nested-without-end.ts'
import tokenAnswerOfAnotherKind from './token-answer/token-answer-of-another-kind.ts'
import tokenAnswerOfOddStatus from './token-answer/token-answer-of-odd-status.ts'
import tokenAnswerUnreadable from './token-answer/token-answer-unreadable.ts'
import tokenEndpointMoves from './token-answer/token-endpoint-moves.ts'
import tokenTypeInOtherCase from './token-answer/token-type-in-other-case.ts'
import tokenTypeUnknown from './token-answer/token-type-unknown.ts'
import twoAccessTokens from './token-answer/two-access-tokens.ts'
import accessTokenAsUserInfo from './user-info/access-token-as-user-info.ts'
import idTokenAsUserInfo from './user-info/id-token-as-user-info.ts'
import pictureEnormous from './user-info/picture-enormous.ts'
import subjectOfAnother from './user-info/subject-of-another.ts'
import userInfoDenied from './user-info/user-info-denied.ts'
import userInfoExpired from './user-info/user-info-expired.ts'
import userInfoForAnother from './user-info/user-info-for-another.ts'
import userInfoForged from './user-info/user-info-forged.ts'
import userInfoInAnotherAlgorithm from './user-info/user-info-in-another-algorithm.ts'
import userInfoInAnotherSpelling from './user-info/user-info-in-another-spelling.ts'
import userInfoInBrokenUtf8 from './user-info/user-info-in-broken-utf8.ts'
import userInfoIssuedByAnother from './user-info/user-info-issued-by-another.ts'
import userInfoKeyUnknown from './user-info/user-info-key-unknown.ts'
import userInfoKindWithParameters from './user-info/user-info-kind-with-parameters.ts'
import userInfoNestedWithoutEnd from './user-info/user-info-nested-without-end.ts'
import userInfoOfAnotherKind from './user-info/user-info-of-another-kind.ts'
import userInfoOfAnotherTime from './user-info/user-info-of-another-time.ts'
import userInfoOfYesterday from './user-info/user-info-of-yesterday.ts'
import userInfoUnsigned from './user-info/user-info-unsigned.ts'
import userInfoWithTwins from './user-info/user-info-with-twins.ts'
import assuranceTooLow from './verified-claims/assurance-too-low.ts'
import attachments from './verified-claims/attachments.ts'
import claimOfWrongKind from './verified-claims/claim-of-wrong-kind.ts'
import claimsElsewhere from './verified-claims/claims-elsewhere.ts'
import claimsNamedAfterPrototypes from './verified-claims/claims-named-after-prototypes.ts'
import essentialClaimOmitted from './verified-claims/essential-claim-omitted.ts'
import evidenceExpired from './verified-claims/evidence-expired.ts'
import evidenceExpiresToday from './verified-claims/evidence-expires-today.ts'
import frameworkMissing from './verified-claims/framework-missing.ts'
import frameworkUnknown from './verified-claims/framework-unknown.ts'
import furtherMembers from './verified-claims/further-members.ts'
import nameInOneLanguageOnly from './verified-claims/name-in-one-language-only.ts'
import nameOfLookAlikes from './verified-claims/name-of-look-alikes.ts'
import oneGoodOneUnknown from './verified-claims/one-good-one-unknown.ts'
import oneStatementTwice from './verified-claims/one-statement-twice.ts'
import toldButNotVerified from './verified-claims/told-but-not-verified.ts'
import toldOtherwiseOutside from './verified-claims/told-otherwise-outside.ts'
import tooManyVerifiedClaims from './verified-claims/too-many-verified-claims.ts'
import twoThatDisagree from './verified-claims/two-that-disagree.ts'
import verificationEnormous from './verified-claims/verification-enormous.ts'
import verifiedAtNoTime from './verified-claims/verified-at-no-time.ts'
import verifiedClaimsEmpty from './verified-claims/verified-claims-empty.ts'
import verifiedClaimsOfNoShape from './verified-claims/verified-claims-of-no-shape.ts'
import verifiedTooLongAgo from './verified-claims/verified-too-long-ago.ts'
import breaksOff from './wire/breaks-off.ts'
import clockWrong from './wire/clock-wrong.ts'
import drips from './wire/drips.ts'
import fails from './wire/fails.ts'
import inHtml from './wire/in-html.ts'
import moves from './wire/moves.ts'
import saysNothing from './wire/says-nothing.ts'
import tooBusy from './wire/too-busy.ts'

/** Every lie there is, in the order of a login: what eSignet says of itself, then what it answers, then how. */
export const lies: readonly Lie[] = [
  endpointOfAnotherHost,
  endpointWithoutTls,
  metadataOfAnotherIssuer,
  metadataWithTwins,
  metadataWithoutProofKeys,
  metadataWithoutPushedRequests,
  clientUnknown,
  pushedAndRedirected,
  pushedAnswerWithTwins,
  pushedButNotCreated,
  pushedRequestFailsOnce,
  requestRefused,
  requestUriElsewhere,
  requestUriLivesImplausibly,
  answerAsJwt,
  codeAndError,
  codeInTheFragment,
  codeOfAnotherLogin,
  codeOfStrangeCharacters,
  errorDescriptionHostile,
  errorWithIssuer,
  errorWithoutIssuer,
  furtherParameters,
  issuerOfAnotherProvider,
  noCode,
  noIssuer,
  stateNull,
  tokensInTheAddress,
  twoCodes,
  twoIssuers,
  certificateOfAnotherKey,
  keyForAnotherUse,
  keyOfABrokenKind,
  keySetEnormous,
  keySetWithTwins,
  keyTooShort,
  keysElsewhere,
  keysRotated,
  keyWithdrawn,
  noKeys,
  oneKeyTwice,
  oneNameTwoKinds,
  privateKeyPublished,
  secretPublished,
  tooManyKeys,
  twoKeysOfOneName,
  boundThoughNotAsked,
  clientForgotten,
  codeRefused,
  lifeAsText,
  lifeImplausible,
  noAccessToken,
  noIdToken,
  noLifeTold,
  noTokenType,
  prototypeInTheAnswer,
  refreshTokenUnasked,
  scopeOfAnotherSize,
  tokenAnswerEnormous,
  tokenAnswerExplodes,
  tokenAnswerNestedWithoutEnd,
  tokenAnswerOfAnotherKind,
  tokenAnswerOfOddStatus,
  tokenAnswerUnreadable,
  tokenEndpointMoves,
  tokenTypeInOtherCase,
  tokenTypeUnknown,
  twoAccessTokens,
  accessTokenOfAnother,
  algorithmNamedTwice,
  algorithmNone,
  algorithmUnsaid,
  anotherSpelling,
  audienceAsList,
  audienceOfOurOtherService,
  audienceShared,
  authorizedPartyOfAnother,
  clientAssertionAsIdToken,
  criticalHeader,
  expired,
  hmacWithThePublicKey,
  idTokenEnormous,
  idTokenForAnotherClient,
  idTokenLong,
  idTokenNotAnObject,
  idTokenOfAnEarlierLogin,
  idTokenOfOddParts,
  issuedAWeekAgo,
  issuedByAnother,
  issuedInTheFuture,
  keyIdHostile,
  keyIdUnknown,
  keyInTheHeader,
  loggedInInTheFuture,
  loggedInLongAgo,
  loginInTwoWays,
  loginWeakerThanAsked,
  nestedWithoutEnd,
  noAccessTokenHash,
  noKeyIdManyKeys,
  noKeyIdOneKey,
  noTimeOfIssue,
  noTimeOfLogin,
  nonceOfAnotherLogin,
  notValidYet,
  prototypeClaim,
  signatureMissing,
  signatureOfAStranger,
  subjectInBrokenUtf8,
  subjectInOtherCase,
  subjectMissing,
  subjectUnusable,
  timeOfIssueOutOfRange,
  timeOfLoginOutOfRange,
  tokenOfAnotherType,
  twoSubjects,
  typeAbsentOrPlain,
  validForEver,
  weakerAlgorithm,
  accessTokenAsUserInfo,
  idTokenAsUserInfo,
  pictureEnormous,
  subjectOfAnother,
  userInfoDenied,
  userInfoExpired,
  userInfoForAnother,
  userInfoForged,
  userInfoInAnotherAlgorithm,
  userInfoInAnotherSpelling,
  userInfoInBrokenUtf8,
  userInfoIssuedByAnother,
  userInfoKeyUnknown,
  userInfoKindWithParameters,
  userInfoNestedWithoutEnd,
  userInfoOfAnotherKind,
  userInfoOfAnotherTime,
  userInfoOfYesterday,
  userInfoUnsigned,
  userInfoWithTwins,
  assuranceTooLow,
  attachments,
  claimOfWrongKind,
  claimsElsewhere,
  claimsNamedAfterPrototypes,
  essentialClaimOmitted,
  evidenceExpired,
  evidenceExpiresToday,
  frameworkMissing,
  frameworkUnknown,
  furtherMembers,
  nameInOneLanguageOnly,
  nameOfLookAlikes,
  oneGoodOneUnknown,
  oneStatementTwice,
  toldButNotVerified,
  toldOtherwiseOutside,
  tooManyVerifiedClaims,
  twoThatDisagree,
  verificationEnormous,
  verifiedAtNoTime,
  verifiedClaimsEmpty,
  verifiedClaimsOfNoShape,
  verifiedTooLongAgo,
  contentEncryptionOfAnotherKind,
  envelopeOfOddParts,
  headerOfTheEnvelopeWithTwins,
  keyWrappedInAnotherWay,
  sealBroken,
  sealStripped,
  sealWithExtension,
  sealedAndCompressed,
  sealedButUnsigned,
  sealedByHand,
  sealedForAnotherClient,
  sealedForSomebodyElse,
  sealedForgery,
  sealedInAnotherAlgorithm,
  sealedThoughNotAgreed,
  sealedTwice,
  boundTokenBecomesBearer,
  nonceForEver,
  nonceHostile,
  proofAskedAgain,
  proofRefused,
  userInfoAsksForEver,
  userInfoForAnotherKey,
  ...breaksOff,
  ...clockWrong,
  ...drips,
  ...fails,
  ...inHtml,
  ...moves,
  ...saysNothing,
  ...tooBusy,
]
