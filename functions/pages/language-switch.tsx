import { type Language, messagesFor } from '../../core/messages/messages.ts'

/** The switch of languages sends the form, so that nothing typed is lost. Enter presses a form's first button: the unseen one. */
export function LanguageSwitch({ language, send }: { language: Language; send: string }) {
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <>
      <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true">
        {send}
      </button>
      <button type="submit" class="switch" name="show" value={other} lang={other}>
        {messagesFor(other).surveyPage.language}
      </button>
    </>
  )
}
