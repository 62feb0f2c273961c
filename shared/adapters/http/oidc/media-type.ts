/** The media type of an answer without its parameters, in lower case. */
export const mediaTypeOf = (response: Response): string | undefined =>
  response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
