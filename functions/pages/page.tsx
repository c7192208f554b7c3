import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../core/messages/messages.ts'
import type { statusOf } from '../request/failure.ts'
import { newId } from '../secrets.ts'
import { css } from './page-style.ts'

/** The style is the only thing that a page carries beside its text, known to the browser by a word that nobody could tell before. */
function headers(nonce: string) {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }
}

type PageStatus = 200 | ReturnType<typeof statusOf>

type PageHead = { language: Language; title: string; status?: PageStatus }

/** Answers with a page that customers see: no script, nothing loaded from anywhere, not to be framed or found by search. */
export function page(
  c: Context,
  { language, title, status = 200, style = '' }: PageHead & { style?: string },
  body: Child,
) {
  const nonce = newId()
  const markup = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style nonce={nonce}>{raw(`${css}${style}`)}</style>
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>
  )
  return c.html(`<!doctype html>${markup}`, status, headers(nonce))
}

/** A page that only says something, and what is to be told small. */
export function messagePage(c: Context, about: PageHead, text: string, note?: string) {
  return page(
    c,
    about,
    <>
      <h1>{about.title}</h1>
      <p>{text}</p>
      {note ? <p class="note">{note}</p> : null}
    </>,
  )
}
