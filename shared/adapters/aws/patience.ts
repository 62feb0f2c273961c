/**
 * How long a call of AWS may take: a browser is waiting, and a slow answer is worse than a clear one. Three times one and a
 * half seconds and the pauses between them fit into every door. Retries are the SDK's; all that we send is safe to repeat.
 *
 * Without `throwOnRequestTimeout` the SDK only writes a warning and waits on, for as long as the function may run.
 */
export const patience = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
} as const
