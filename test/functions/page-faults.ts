/** What does not fit, cannot be touched by a thumb, or has too little contrast, in the page's own words. */
export function faults(): string[] {
  const found: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth}`)
  for (const target of document.querySelectorAll(
    'label:has(input), button:not(.unseen), textarea, .question > input',
  )) {
    const { width, height } = target.getBoundingClientRect()
    if (width > 0 && (width < 34 || height < 40)) found.push(`small: ${target.textContent} ${width} x ${height}`)
  }
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const light = (colour: string) => {
    const [r, g, b] = channels(colour).map((value) => {
      const share = value / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const behind = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)'
    const colour = getComputedStyle(element).backgroundColor
    return channels(colour)[3] === 0 ? behind(element.parentElement) : colour
  }
  for (const element of document.querySelectorAll('body *')) {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    if (!says || element.classList.contains('unseen')) continue
    const [one, two] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a)
    const contrast = (one! + 0.05) / (two! + 0.05)
    if (contrast < 4.5) found.push(`contrast ${contrast.toFixed(1)}: ${element.textContent}`)
  }
  return found
}
