import { cacheService } from './cache-service.ts'
import { htmlService } from './html-service.ts'
import { lockService } from './lock-service.ts'
import { logger, scriptConsole } from './logger.ts'
import { propertiesService } from './properties-service.ts'
import { scriptApp } from './script-app.ts'
import { session } from './session.ts'
import { chartsService } from './spreadsheet/charts-service.ts'
import { spreadsheetApp } from './spreadsheet/spreadsheet-app.ts'
import { urlFetchApp } from './url-fetch-app.ts'
import { utilities } from './utilities.ts'

/** What a script finds beside the language itself. */
export const globals = {
  CacheService: cacheService,
  Charts: chartsService,
  HtmlService: htmlService,
  LockService: lockService,
  Logger: logger,
  PropertiesService: propertiesService,
  ScriptApp: scriptApp,
  Session: session,
  SpreadsheetApp: spreadsheetApp,
  UrlFetchApp: urlFetchApp,
  Utilities: utilities,
  console: scriptConsole,
}
