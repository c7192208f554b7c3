import { handle } from 'hono/aws-lambda'
import { deployedBackend } from './deployed-backend.ts'
import { pageRoutes } from './routes/page-routes.ts'
import { served } from './served.ts'

const backend = await deployedBackend('tiersheet-pages')

/**
 * The handler behind the pages that customers open by a link. It has a function of its own, so that a flood of them takes
 * nothing from the people of a team.
 */
export const handler = handle(served(backend, pageRoutes, () => ({})))
