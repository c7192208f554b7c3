import type { Route } from '../request/route.ts'
import { cellRoutes } from './cells.ts'
import { customerRoutes } from './customers.ts'
import { documentKeyRoutes } from './document-keys.ts'
import { workspaceRoutes } from './workspaces.ts'

/** Everything that the app answers to. */
export const routes: Route[] = [...workspaceRoutes, ...customerRoutes, ...documentKeyRoutes, ...cellRoutes]
