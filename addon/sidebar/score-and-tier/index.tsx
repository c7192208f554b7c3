import './score-and-tier.css'
import { mount } from '../kit/mount.tsx'
import { ScoreAndTier } from './score-and-tier.tsx'

mount(<ScoreAndTier />)
