import { useRef, useState } from 'preact/hooks'
import type { CustomerFileSetup } from '../../customer-file/customer-file-setup.ts'
import { messages } from '../kit/language.ts'
import { Button, Select, TextField } from '../kit/parts.tsx'

const text = messages.customerFileForm

export type Chosen = { kind: 'tab'; tab: string } | { kind: 'file'; file: File } | { kind: 'paste'; text: string }

/** What is proposed: the tab that looks most like customers; undefined where none does. */
export function likelySource({ sources: [first] }: CustomerFileSetup): Chosen | undefined {
  return first?.fits ? { kind: 'tab', tab: first.name } : undefined
}

/** Asks where the customers to import are. */
export function SourceChoice(props: {
  setup: CustomerFileSetup
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen | undefined) => void
}) {
  const { sources } = props.setup
  const [kind, setKind] = useState<Chosen['kind']>(props.chosen?.kind ?? 'file')
  const kinds = (['tab', 'file', 'paste'] as const).filter((each) => each !== 'tab' || sources.length > 0)
  const choose = (next: Chosen['kind']) => {
    setKind(next)
    props.onChoose(next === 'tab' && sources[0] ? { kind: next, tab: sources[0].name } : undefined)
  }
  return (
    <>
      <Select
        label={text.source}
        value={kind}
        options={kinds.map((each) => [each, text.sources[each]])}
        onChange={(next) => choose(next as Chosen['kind'])}
      />
      {kind === 'tab' && (
        <Select
          label={text.tab}
          value={props.chosen?.kind === 'tab' ? props.chosen.tab : ''}
          options={sources.map(({ name, rows }) => [name, `${name} (${rows})`])}
          onChange={(tab) => props.onChoose({ kind: 'tab', tab })}
        />
      )}
      {kind === 'file' && (
        <FileField
          file={props.chosen?.kind === 'file' ? props.chosen.file : undefined}
          onChoose={(file) => props.onChoose(file && { kind: 'file', file })}
        />
      )}
      {kind === 'paste' && (
        <TextField
          label={text.paste}
          hint={text.pasteHint}
          long
          value={props.chosen?.kind === 'paste' ? props.chosen.text : ''}
          onChange={(given) => props.onChoose({ kind: 'paste', text: given })}
        />
      )}
    </>
  )
}

/** A browser's own field would speak the browser's language. */
function FileField({ file, onChoose }: { file: File | undefined; onChoose: (file: File | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div class="file">
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onChange={(event) => onChoose(event.currentTarget.files?.[0])}
      />
      <div class="actions">
        <Button onClick={() => input.current?.click()}>{text.chooseFile}</Button>
      </div>
      {file && <p>{file.name}</p>}
      <p class="hint">{text.fileHint}</p>
    </div>
  )
}
