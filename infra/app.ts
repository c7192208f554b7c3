import { join } from 'node:path'
import { tiersheetApp } from './tiersheet-app.ts'

// Run from the project's folder, after the functions are built; `cdk` synthesises it.
tiersheetApp(join('dist', 'functions'))
