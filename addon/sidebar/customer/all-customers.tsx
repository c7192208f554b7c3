import { Classifications } from './classifications.tsx'
import { UpdateFacts } from './update-facts.tsx'

/** What is done for all customers at once. */
export function AllCustomers() {
  return (
    <>
      <Classifications />
      <UpdateFacts />
    </>
  )
}
