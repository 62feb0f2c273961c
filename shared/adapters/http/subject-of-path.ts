import type { APIGatewayProxyEventV2 } from 'aws-lambda'

const subjectForm = /^[\x21-\x7e]{1,128}$/

/** A subject nobody has: what no subject of ours could look like is answered like one that nobody knows. */
const nobody = '-'

/** `{subject}` of a path. */
export const subjectOf = ({ pathParameters }: Pick<APIGatewayProxyEventV2, 'pathParameters'>): string => {
  const subject = pathParameters?.['subject'] ?? ''
  return subjectForm.test(subject) ? subject : nobody
}
