import type { Survey } from '../../../survey/surveys.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { messages } from '../../kit/language.ts'
import { QrCode } from '../../kit/qr-code.tsx'

const text = messages.surveyLinks

/** The open link as a text to send and as a QR code. */
export function OpenLink({ survey: { title, link } }: { survey: Survey }) {
  return (
    <>
      <CopyField label={text.messageLabel} value={text.message({ title, link })} />
      <QrCode content={link} label={text.qr} save={text.saveQr} file="survey.svg" />
    </>
  )
}
