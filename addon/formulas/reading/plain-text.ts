/** The text with full-width characters and the minus sign of typesetters as a keyboard has them: １２．５ is 12.5. */
export function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-')
}
