import { useState } from 'preact/hooks'
import type { StoredOfPerson } from '../../../privacy/stored-of-person.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { ErasePerson } from './erase-person.tsx'
import { ExportPerson } from './export-person.tsx'

type Props = { id: string; what: 'export' | 'erase'; onBack: () => void; onErased: () => void }

/** Looks what is stored about a customer, and then exports or erases it. */
export function PersonPart({ id, what, onBack, onErased }: Props) {
  const [stored, setStored] = useState<StoredOfPerson>()
  const { problem, run } = useAction()
  const load = () => run(async () => setStored(await server.storedOfPerson(id)))
  useOnce(load)
  if (!stored) {
    return (
      <>
        <Waiting problem={problem} onAgain={load} />
        <div class="actions">
          <Button onClick={onBack}>{messages.form.back}</Button>
        </div>
      </>
    )
  }
  if (what === 'export') return <ExportPerson stored={stored} onBack={onBack} />
  return <ErasePerson stored={stored} onBack={onBack} onErased={onErased} />
}
