import type * as Globals from '../../main.ts'

type Promised<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never
type Server = { [K in keyof typeof Globals]: Promised<(typeof Globals)[K]> }
type Runner = Record<string, (...args: unknown[]) => void> & {
  withSuccessHandler(handler: (result: unknown) => void): Runner
  withFailureHandler(handler: (error: Error) => void): Runner
}

declare const google: { script: { run: Runner; host: { close(): void } } }

/** The add-on's own server functions, as promises. */
export const server = new Proxy({} as Server, {
  get:
    (_, name: string) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        google.script.run
          .withSuccessHandler(resolve)
          .withFailureHandler(reject)
          [name]?.(...args)
      }),
})
