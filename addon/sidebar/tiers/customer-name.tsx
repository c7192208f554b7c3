/** A customer by name, with the id where that says more. */
export function CustomerName({ customerId, name }: { customerId: string; name: string }) {
  return (
    <span>
      <strong>{name || customerId}</strong>
      {name && name !== customerId && <span class="soft"> {customerId}</span>}
    </span>
  )
}
