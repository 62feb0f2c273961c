/** The one code the stock identity system ever sends. */
export const practiceOtp = '111111'
