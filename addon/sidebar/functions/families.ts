import type { FunctionFamily } from '../../reference/reference.ts'

declare const FUNCTION_REFERENCE: FunctionFamily[]

/** All custom functions by family; the build writes them into the page. */
export const families = FUNCTION_REFERENCE
