/** What a person's token says of itself, and what a script with few rights may ask; never whom it names. */
export const identity = {
  'the identity token': () => {
    const [head = {}, claims = {}] = ScriptApp.getIdentityToken().split('.').slice(0, 2).map(part)
    return {
      algorithm: head.alg,
      'email_verified is true': claims.email_verified === true,
      'aud is one text': typeof claims.aud === 'string',
      'sub is a text': typeof claims.sub === 'string',
    }
  },
  'who may edit, with spreadsheets.currentonly': () => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
    return typeof (spreadsheet.getEditors().length + spreadsheet.getViewers().length)
  },
}

function part(text: string): Record<string, unknown> {
  return JSON.parse(Utilities.newBlob(Utilities.base64DecodeWebSafe(text)).getDataAsString())
}
