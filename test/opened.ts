/** What helpers have opened for a test file: `close-opened.ts` closes it when the file has ended. */
export const opened: { close(): Promise<unknown> }[] = []
