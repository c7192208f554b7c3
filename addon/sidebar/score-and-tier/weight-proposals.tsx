import { useState } from 'preact/hooks'
import { errorText, InputError } from '../../../core/input-error.ts'
import { proposedWeights } from '../../../core/standard/proposed-weights.ts'
import type { StandardIndicator } from '../../../core/standard/standard.ts'
import type { Values } from '../../../core/standard/standard-scores.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { PairwiseWeights } from './pairwise-weights.tsx'

const text = messages.scoreForm
type Way = 'ENTROPY' | 'CRITIC' | 'PAIRS'

/** Weights proposed by what the values tell, or by comparing the indicators in pairs. */
export function WeightProposals(props: {
  indicators: readonly StandardIndicator[]
  /** The values of all of them, once they are read. */
  read: () => Promise<((key: string) => Values) | undefined>
  onTake: (weights: number[]) => void
}) {
  const { indicators, read, onTake } = props
  const [way, setWay] = useState<Way>('ENTROPY')
  const [problem, setProblem] = useState('')
  const propose = async (method: 'ENTROPY' | 'CRITIC') => {
    const valuesOf = await read()
    if (!valuesOf) return
    setProblem('')
    try {
      onTake(proposedWeights(indicators, valuesOf, method))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      setProblem(errorText(error, messages))
    }
  }
  const hint = { ENTROPY: text.entropyHint, CRITIC: text.criticHint, PAIRS: text.pairwiseHint }[way]
  return (
    <>
      <Select
        label={text.weights}
        labelUnseen
        hint={hint}
        value={way}
        options={[
          ['ENTROPY', text.entropy],
          ['CRITIC', text.critic],
          ['PAIRS', text.pairwise],
        ]}
        onChange={(next) => setWay(next as Way)}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {way === 'PAIRS' ? (
        <PairwiseWeights indicators={indicators} onTake={onTake} />
      ) : (
        <div class="actions">
          <Button disabled={indicators.length === 0} onClick={() => void propose(way)}>
            {text.takeWeights}
          </Button>
        </div>
      )}
    </>
  )
}
