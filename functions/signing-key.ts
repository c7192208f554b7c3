import { createHash, createHmac } from 'node:crypto'
import * as http from 'node:http'
import * as https from 'node:https'
import { SignatureV4 } from '@smithy/signature-v4'
import { setting } from './setting.ts'

/** So long does a cold start wait for the key: Lambda begins anew after ten seconds. */
const PATIENCE_MS = 8000

/**
 * The deployment's signing key, from Secrets Manager: it stands in no function's settings, which more people may read.
 * Asked for once, when a function starts; one signed request in place of a client of its own, which would be larger than
 * the rest of a function.
 *
 * SIGNING_KEY_ARN; what Lambda itself sets. AWS_ENDPOINT_URL_SECRETS_MANAGER where that isn't the region's own.
 *
 * @throws Error that says what is missing, or what Secrets Manager answered.
 */
export async function signingKey(): Promise<string> {
  const region = setting('AWS_REGION')
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  const url = new URL(process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? `https://secretsmanager.${region}.${domain}`)
  const body = JSON.stringify({ SecretId: setting('SIGNING_KEY_ARN') })
  const { headers } = await signer(region).sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: '/',
    query: {},
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body,
  })
  const { status, text } = await answered(url, headers, body)
  if (status !== 200) throw new Error(`The signing key cannot be read: Secrets Manager answered ${status} ${text}`)
  const { SecretString } = JSON.parse(text) as { SecretString?: string }
  if (!SecretString || SecretString.length < 32) throw new Error('The signing key has less than 32 characters.')
  return SecretString
}

/** By what the SDK has loaded already: to load `fetch` takes as long as to load a whole function. */
function answered(url: URL, headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'http:' ? http : https
    const asked = request(url, { method: 'POST', headers }, (reply) => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', (part: string) => {
        text += part
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }))
      reply.on('error', reject)
    })
    const late = () => asked.destroy(new Error('The signing key cannot be read: Secrets Manager does not answer.'))
    const patience = setTimeout(late, PATIENCE_MS)
    asked.on('error', reject)
    asked.on('close', () => clearTimeout(patience))
    asked.end(body)
  })
}

function signer(region: string): SignatureV4 {
  const sessionToken = process.env.AWS_SESSION_TOKEN
  return new SignatureV4({
    service: 'secretsmanager',
    region,
    credentials: {
      accessKeyId: setting('AWS_ACCESS_KEY_ID'),
      secretAccessKey: setting('AWS_SECRET_ACCESS_KEY'),
      ...(sessionToken && { sessionToken }),
    },
    sha256: Sha256,
  })
}

/** SHA-256 as the signer wants it, keyed where it is given a key. */
class Sha256 {
  readonly #hash
  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', key as Buffer)
  }
  update(chunk: Uint8Array | string): void {
    this.#hash.update(chunk)
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }
  reset(): void {
    throw new Error('A hash is used once.')
  }
}
