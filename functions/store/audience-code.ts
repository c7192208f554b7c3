import type { InferOutput } from 'valibot'
import { number, object, optional, string } from 'valibot'
import type { ItemKey, Write } from './table.ts'

/** `C#hash`, `CODE`: what a one-time code is for, by a keyed hash of it: it names its workspace to nobody else. */
export const audienceCodeSchema = object({
  workspaceId: string(),
  audienceId: string(),
  expiresAt: string(),
  /** The key that was made with it. */
  usedFor: optional(string()),
  ttl: number(),
})
export type AudienceCode = InferOutput<typeof audienceCodeSchema>

/** The write that keeps a code until a day after it expired. */
export function codeWrite(key: ItemKey, code: Omit<AudienceCode, 'ttl'>): Write {
  const ttl = Math.ceil(Date.parse(code.expiresAt) / 1000) + 86_400
  return { Put: { Item: { ...key, ...code, ttl }, ConditionExpression: 'attribute_not_exists(pk)' } }
}

/** The write that uses a code up, refused where it is used or over. */
export function codeUse(key: ItemKey, keyId: string, now: string): Write {
  return {
    Update: {
      Key: key,
      UpdateExpression: 'SET usedFor = :keyId',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedFor) AND expiresAt > :now',
      ExpressionAttributeValues: { ':keyId': keyId, ':now': now },
    },
  }
}
