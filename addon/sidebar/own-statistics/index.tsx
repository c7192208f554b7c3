import { mount } from '../kit/mount.tsx'
import { OwnStatisticsForm } from './own-statistics-form.tsx'
import './own-statistics.css'

mount(<OwnStatisticsForm />)
