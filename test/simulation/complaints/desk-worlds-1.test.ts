import { testDeskWorlds } from './desk-worlds.ts'

testDeskWorlds(0)
