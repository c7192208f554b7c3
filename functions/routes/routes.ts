import type { Route } from '../request/route.ts'
import { apiRoutes } from './api-routes.ts'
import { pageRoutes } from './page-routes.ts'

/** Everything that the app answers to. On Lambda each of the two has a function of its own. */
export const routes: Route[] = [...apiRoutes, ...pageRoutes]
