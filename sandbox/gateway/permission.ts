/** One `AWS::Lambda::Permission`: a line in a function's resource policy. */
export interface InvokePermission {
  /** Name or ARN of the function. */
  readonly functionName: string
  readonly principal: string
  readonly sourceArn?: string
  readonly sourceAccount?: string
}

export interface InvokeAttempt {
  /** Who calls; default API Gateway. */
  readonly principal?: string
  readonly functionName: string
  readonly functionArn: string
  /** `arn:aws:execute-api:{region}:{account}:{api}/{stage}/{method}{route path}`. */
  readonly sourceArn: string
  readonly accountId: string
}

/** `ArnLike`: each of the six colon-separated parts is matched on its own, `*` and `?` are wildcards within one. */
const arnLike = (pattern: string, arn: string): boolean => {
  const split = (text: string): readonly string[] => {
    const parts = text.split(':')
    return [...parts.slice(0, 5), parts.slice(5).join(':')]
  }
  const parts = split(arn)
  return split(pattern).every((part, index) => {
    const expression = part
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')
    return new RegExp(`^${expression}$`).test(parts[index] ?? '')
  })
}

/** Whether API Gateway, or the `principal` of the attempt, may invoke the function: without a matching permission AWS answers 500. */
export const mayInvoke = (permissions: readonly InvokePermission[], attempt: InvokeAttempt): boolean =>
  permissions.some(
    ({ functionName, principal, sourceArn, sourceAccount }) =>
      (functionName === attempt.functionName || functionName === attempt.functionArn) &&
      principal === (attempt.principal ?? 'apigateway.amazonaws.com') &&
      (sourceArn === undefined || arnLike(sourceArn, attempt.sourceArn)) &&
      (sourceAccount === undefined || sourceAccount === attempt.accountId),
  )
