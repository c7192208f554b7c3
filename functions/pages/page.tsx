import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../core/messages/messages.ts'
import { css } from './page-style.ts'

const styleHash = createHash('sha256').update(css).digest('base64')

const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

export type PageStatus = 200 | 400 | 404 | 409 | 413 | 500

/** Answers with a page that customers see: no script, nothing loaded from anywhere, not to be framed or found by search. */
export function page(
  c: Context,
  { language, title, status = 200 }: { language: Language; title: string; status?: PageStatus },
  body: Child,
) {
  const markup = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style>{raw(css)}</style>
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>
  )
  return c.html(`<!doctype html>${markup}`, status, HEADERS)
}

/** A page that only says something. */
export function messagePage(
  c: Context,
  about: { language: Language; title: string; status?: PageStatus },
  text: string,
) {
  return page(
    c,
    about,
    <>
      <h1>{about.title}</h1>
      <p>{text}</p>
    </>,
  )
}
