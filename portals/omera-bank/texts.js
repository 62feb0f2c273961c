// @ts-check
// Every word of Omera Bank, by language. Another language is another member with the same keys.

const en = {
  page: {
    skip: 'Skip to the content',
    navAccount: 'Your account',
    navPrivacy: 'Privacy',
    navHome: 'About this practice world',
    invented: 'Omera Bank is invented. No real bank, no real money, no real people.',

    heroTitle: 'A bank account in Veridonia, from your first day here',
    heroLead:
      'Omera Bank serves people who have just arrived. If your identity has been verified once in Veridonia, that is all we need to open an account for you.',
    openAccount: 'Open an account as a foreign resident',
    signIn: 'Sign in',
    heroNote: 'You log in with eSignet, the national login of Veridonia. We never see your password or code.',

    howTitle: 'How it works',
    step1Title: 'Log in with eSignet',
    step1: 'Use the login you registered with when you came to Veridonia, for instance with a one-time code.',
    step2Title: 'Allow two details',
    step2:
      'Your name and your country, as an authorised verifier confirmed them. You see exactly what is shared before it is.',
    step3Title: 'Your account opens',
    step3:
      'If what was verified meets our rules, at once. If something is missing, we say what it is and how to close the gap.',

    whyTitle: 'Why there is no form, and no papers',
    why1: 'A bank must know who its customers are. It does not have to ask them to prove it all over again.',
    why2: 'When an authorised verifier has checked your passport, we rely on that check: who made it, under which rules, how thoroughly and when. That is worth more to us than a photocopy, and it spares you the counter.',

    askTitle: 'What we ask for, and why',
    askName: 'Name',
    askNameWhy: 'Needed, verified under eIDAS: the account is held in it.',
    askCountry: 'Country',
    askCountryWhy: 'Needed, verified under eIDAS: we have to report it.',
    askBirthdate: 'Date of birth',
    askBirthdateWhy: 'Only if you like: it tells you apart from people of the same name.',

    aboutTitle: 'Who we are',
    about:
      'Omera Bank looks after everyday money for people between two countries: wages in, rent out, something sent home. We are supervised by the Bank of Veridonia, and every decision about your account can be explained to you, line by line.',

    invitationTitle: 'Come in',
    invitationLead:
      'You are not logged in, so there is nothing to show yet. Log in with eSignet, and this page will tell you what we know, who confirmed it, and what you can do with it.',
    welcome: 'Welcome, {name}',
    welcomeNobody: 'Welcome to Omera Bank',
    verifiedTitle: 'What has been verified about you',
    verifiedLead:
      'Confirmed by others and released to us by you. Beside each detail stands who confirmed it, under which rules, on what evidence and until when.',
    nothingVerified: 'Nothing has been verified for us yet.',
    otherActs: 'Also at Omera Bank',

    privacyTitle: 'Privacy at Omera Bank',
    privacyLead: 'We would rather know little, and know it for certain.',
    privacyWhatTitle: 'What we receive',
    privacyWhat:
      'The details you allow at login, and with each of them who verified it, under which rules, on what evidence, when, and until when. Your login tells us how and when you logged in, never your code or your fingerprint.',
    privacyWhyTitle: 'What we use it for',
    privacyWhy:
      'To decide whether your account can be opened and kept, and to be able to explain that decision to you and to our supervisor.',
    privacyNotTitle: 'What we do not do',
    privacyNot:
      'If you say no, or the login ends early, we keep nothing. This website sets no cookies of its own, loads nothing from elsewhere and counts no visits.',
    privacyRightsTitle: 'What you can ask of us',
    privacyRights: 'You can see what is stored about you, take back your permission, and ask to have it erased.',

    missingTitle: 'There is no such page',
    missing: 'The address may have been mistyped, or the page has moved.',
    missingBack: 'To the start page',
  },
  acts: {
    'open-account': 'opening an account',
    'sign-in': 'signing in',
    transfer: 'transferring money',
    'transfer-large': 'transferring a large sum',
  },
  decisionsByAct: {
    'open-account': {
      permit: {
        title: 'Your account can be opened',
        next: 'Everything our rules ask for has been verified. There is nothing to fill in and nothing to bring.',
      },
      're-verify': {
        title: 'One step is missing before your account can open',
        next: 'What has been verified about you so far does not meet our rules. The table shows what is missing. Once a verifier we accept has confirmed it, log in again and your account opens.',
        action: 'I have been verified: log in again',
      },
      consent: { title: 'May we see what was verified?', action: 'Decide what to share' },
      'manual-review': { title: 'A colleague will look at your account' },
      deny: { title: 'Your account cannot be opened' },
      unknown: {
        title: 'You have not asked for an account yet',
        next: 'Log in for it, and we will tell you at once whether it can be opened.',
        action: 'Open an account',
      },
    },
  },
}

export const texts = { en }
