/** The little of React that the page uses itself; its own types are not installed. */
declare module 'react' {
  export function createElement(
    type: string,
    props: { className?: string; ref?: (node: HTMLElement | null) => void },
  ): object
}
