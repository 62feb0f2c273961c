// @ts-check
// Every word of the visa portal, by language. Another language is another member with the same keys.

const en = {
  page: {
    skip: 'Skip to the content',
    state: 'Republic of Veridonia · Ministry of the Interior',
    navApplication: 'Your application',
    navHome: 'About this practice world',
    invented: 'Veridonia is an invented country. Nothing here has any legal effect.',

    title: 'Apply for a residence visa',
    lead: 'For professionals who will live and work in Veridonia for up to five years. The application is made online, and your identity is verified online too.',
    apply: 'Start your application',
    needTitle: 'What you need',
    need1: 'A registration with eSignet, the national login. If you have none yet, the login page will take you to it.',
    need2: 'Your passport, still valid.',
    need3: 'An identity that an authorised verifier has confirmed. Which one does not matter here.',
    nextTitle: 'What happens next',
    next1:
      'After the login you are asked which details you allow us to see: your name, date of birth and country, as an authorised verifier confirmed them.',
    next2:
      'If nobody has verified them yet, you choose a verifier and do so on the spot. Other services in Veridonia can rely on that verification later, with your permission, so you will not have to repeat it.',
    keepTitle: 'What we keep',
    keep: 'The verified details and how they were verified, for as long as your application and your visa last. If you break off, we keep nothing.',

    invitationTitle: 'You are not logged in',
    invitationLead: 'To see your application, or to start one, log in with eSignet.',
    welcome: 'Application of {name}',
    welcomeNobody: 'Your application',
    verifiedTitle: 'Verified details in this application',
    verifiedLead:
      'Each entry names who verified the details, under which rules, on what evidence, when, and until when they stand.',
    nothingVerified: 'No verified details are part of this application yet.',

    missingTitle: 'There is no such page',
    missing: 'The address may have been mistyped, or the page has moved.',
    missingBack: 'To the start page',
  },
  acts: { apply: 'applying for a visa', 'sign-in': 'signing in' },
  decisionsByAct: {
    apply: {
      permit: {
        title: 'Your application can be accepted',
        next: 'Your identity is verified as the law requires. Nothing else is needed for this step.',
      },
      're-verify': {
        title: 'Your identity has to be verified',
        next: 'The application needs details that an authorised verifier has confirmed. Once one of them has confirmed yours, log in again and the application goes on.',
        action: 'I have been verified: log in again',
      },
      'manual-review': { title: 'An officer will examine your application' },
      deny: { title: 'Your application cannot be accepted' },
      unknown: {
        title: 'You have not applied yet',
        next: 'Log in for the application, and we will tell you at once whether it can be accepted.',
        action: 'Start your application',
      },
    },
  },
}

export const texts = { en }
