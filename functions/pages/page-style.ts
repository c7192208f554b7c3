/** The style of public pages: for a phone first, wider screens give scales one row, letters of twice the size three columns. */
export const css = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #767c85; --mark: #0b57d0; --wrong: #b3261e }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #16181b; --line: #8e959f; --mark: #8ab4f8; --wrong: #f2b8b5 } }
* { box-sizing: border-box }
body { margin: 0; word-wrap: break-word; overflow-wrap: anywhere; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", sans-serif }
main { max-width: 42rem; margin: 0 auto; padding: 1rem 1rem 3rem; overflow-x: clip }
h1 { font-size: 1.5rem; line-height: 1.25 }
a { color: var(--mark) }
.question { margin: 0 0 1.75rem; padding: 0; border: 0; min-width: 0 }
.title { display: block; padding: 0; margin-bottom: .5rem; font-weight: 600 }
.note { font-weight: 400; font-size: .875rem }
p.note { margin: 0 0 .5rem }
.scale { display: grid; grid-template-columns: repeat(6, 1fr); grid-gap: .375rem }
.scale.of5, .scale.of10 { grid-template-columns: repeat(5, 1fr) }
.scale.of7 { grid-template-columns: repeat(7, 1fr) }
.scale label { display: flex; flex-direction: column; align-items: center; justify-content: center; min-height: 3.25rem; border: 1px solid var(--line); border-radius: .5rem }
.option { display: flex; align-items: center; min-height: 2.75rem }
input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--mark); flex: none }
.option input { margin-right: .625rem }
.option span { min-width: 0 }
label:has(:checked) { border-color: var(--mark); box-shadow: inset 0 0 0 1px var(--mark) }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
.ends { margin-top: .25rem; display: flex; justify-content: space-between; font-size: .875rem }
.ends span + span { margin-left: 1rem; text-align: right }
textarea, .line { display: block; width: 100%; min-height: 7rem; padding: .625rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .5rem }
.line { height: auto; min-height: 2.75rem }
textarea.short { min-height: 4rem }
.wrong, .stored { margin: 0 0 .5rem; font-weight: 600 }
.wrong { color: var(--wrong) }
.summary, .notice { margin: 0 0 1.5rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem }
.summary { border: 2px solid var(--wrong) }
.summary p, .summary ul, .notice p { margin: 0 }
.notice p + p { margin-top: .5rem }
.summary p { font-weight: 600 }
.summary ul { padding-left: 1.25rem; margin-top: .5rem }
.summary a { color: var(--wrong) }
dt { font-weight: 600 }
dd { margin: 0 0 1rem; white-space: pre-line }
button { width: 100%; min-height: 3rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--mark); border: 0; border-radius: .5rem }
button.switch { display: block; width: auto; min-height: 2.75rem; margin: 0 0 0 auto; padding: 0 .75rem; color: var(--mark); background: none; text-decoration: underline; font-weight: 400 }
button.unseen, .trap { position: absolute; width: 1px; height: 1px; min-height: 0; margin: -1px; padding: 0; overflow: hidden; clip: rect(0, 0, 0, 0) }
@media (max-width: 15rem) { body { hyphens: auto } .scale, .scale.of5, .scale.of7, .scale.of10 { grid-template-columns: repeat(3, 1fr) } .ends { display: block } .ends span { display: block } .ends span + span { margin: 0; text-align: left } }
@media (min-width: 40rem) { .scale.of11 { grid-template-columns: repeat(11, 1fr) } .scale.of10 { grid-template-columns: repeat(10, 1fr) } button { width: auto; padding: 0 2.5rem } }
`
