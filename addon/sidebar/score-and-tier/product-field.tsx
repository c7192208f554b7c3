import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useOnce } from '../kit/use-once.ts'

const text = messages.scoreForm

/** The product that orders are limited to: one of those in the tab of orders; typed, where they are too many or unknown. */
export function ProductField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [products, setProducts] = useState<string[]>([])
  useOnce(() => {
    server.orderProducts().then(setProducts, () => setProducts([]))
  })
  if (products.length === 0) {
    return <TextField label={text.product} hint={text.productHint} value={value} onChange={onChange} />
  }
  const all = value === '' || products.includes(value) ? products : [value, ...products]
  return (
    <Select
      label={text.product}
      value={value}
      options={[['', text.allProducts], ...all.map((product) => [product, product] as const)]}
      onChange={onChange}
    />
  )
}
