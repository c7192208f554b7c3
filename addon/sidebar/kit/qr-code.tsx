import qrcode from 'qrcode-generator'

/** The blank margin that readers need around a code, in modules. */
const MARGIN = 4

type Code = {
  content: string
  /** What it is a code of, for screen readers. */
  label: string
  /** The words of the link that saves it, and the name of the file. */
  save: string
  file: string
}

/** A text as a QR code that restores up to 15 % of itself, to be shown, printed or saved. */
export function QrCode({ content, label, save, file }: Code) {
  const code = qrcode(0, 'M')
  code.addData(content)
  code.make()
  const count = code.getModuleCount()
  const size = count + 2 * MARGIN
  const places = Array.from({ length: count }, (_, i) => i)
  const path = places
    .flatMap((row) => places.filter((column) => code.isDark(row, column)).map((column) => [row, column] as const))
    .map(([row, column]) => `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`)
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`
  return (
    <>
      <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} />
      </svg>
      <p>
        <a download={file} href={`data:image/svg+xml,${encodeURIComponent(svg)}`}>
          {save}
        </a>
      </p>
    </>
  )
}
