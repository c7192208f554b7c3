/**
 * How long a client of AWS waits for an answer: on a connection that died without a word it would wait until the function's
 * own time is over. DynamoDB answers within a tenth of a second; three attempts fit into what a request has.
 */
export const NETWORK = { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true }
