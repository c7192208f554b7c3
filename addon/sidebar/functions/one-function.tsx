import { type FunctionReference, signature } from '../../reference/reference.ts'
import { columnLetters } from '../../sheet/column-letters.ts'
import { messages } from '../kit/language.ts'
import { CellsTable } from './cells-table.tsx'
import { language } from './language-key.ts'
import { OnYourData } from './on-your-data.tsx'

const text = messages.functionsForm

/** One function: what it says of itself, its example, and the way into one's own sheet. */
export function OneFunction({ told, onBack }: { told: FunctionReference; onBack: () => void }) {
  return (
    <>
      <button type="button" class="back" onClick={onBack}>
        ← {messages.form.back}
      </button>
      <h2 class="name">{told.name}</h2>
      <p>{told.summary[language]}</p>
      <pre>{signature(told)}</pre>
      <p class="soft">{text.givesBack(told.returns[language])}</p>
      <Example told={told} />
      <OnYourData told={told} />
    </>
  )
}

function Example({ told: { example } }: { told: FunctionReference }) {
  if (!example) return null
  const cells = example.cells[language]
  const width = cells[0]?.length ?? 0
  const place = `${columnLetters(width + 1)}1`
  return (
    <details class="part" open>
      <summary>{text.example}</summary>
      {cells.length > 0 && <CellsTable cells={cells} label={text.example} />}
      <p class="soft">{text.typedInto(place)}</p>
      <pre>{example.formula[language]}</pre>
      {example.result ? (
        <CellsTable cells={example.result[language]} from={width} label={text.gives} />
      ) : (
        <p class="soft">{text.liveExample}</p>
      )}
    </details>
  )
}
