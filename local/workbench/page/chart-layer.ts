import { DrawingTypeEnum, ICommandService } from '@univerjs/core'
import { ComponentManager, IRenderManagerService, SheetSkeletonManagerService } from '@univerjs/preset-sheets-core'
import {
  DrawingApplyType,
  drawingPositionToTransform,
  ISheetDrawingService,
  type ISheetFloatDom,
  SetDrawingApplyMutation,
  SheetDrawingAnchorType,
} from '@univerjs/preset-sheets-drawing'
import { createElement } from 'react'
import type { Model } from '../model/open-model.ts'
import type { Chart } from '../workbook.ts'
import { chartSvg } from './charts/chart-svg.ts'
import { type ChartSource, chartTable } from './charts/chart-table.ts'

const componentKey = 'tiersheet-chart'
const redrawAfterMs = 120

/**
 * Draws the workbook's charts over the grid, again whenever the cells behind them change.
 *
 * They are put in by mutation, not by command, so that undoing does not take them away.
 *
 * @param none What to say where a chart has nothing to draw.
 */
export function chartLayer(model: Model, none: () => string) {
  const { injector, unitId, workbook } = model.grid
  const commands = injector.get(ICommandService)
  const drawings = injector.get(ISheetDrawingService)
  const placed = new Map<string, { sheetId: string; placedAs: string }>()
  const svgs = new Map<string, string>()
  const nodes = new Map<string, HTMLElement>()
  let timer: ReturnType<typeof setTimeout> | undefined

  injector.get(ComponentManager).register(componentKey, ({ data }: { data: { chartId: string } }) =>
    createElement('div', {
      className: 'wb-chart',
      ref: (node: HTMLElement | null) => {
        if (!node) nodes.delete(data.chartId)
        else {
          nodes.set(data.chartId, node)
          node.innerHTML = svgs.get(data.chartId) ?? ''
        }
      },
    }),
  )

  function schedule() {
    clearTimeout(timer)
    timer = setTimeout(redraw, redrawAfterMs)
  }

  async function redraw() {
    await model.settled()
    const seen = new Set<string>()
    for (const sheet of workbook.getSheets()) {
      for (const chart of model.charts.on(sheet.getSheetId())) {
        seen.add(chart.id)
        svgs.set(chart.id, await draw(model, chart, none()))
        place(sheet.getSheetId(), chart)
        const node = nodes.get(chart.id)
        const svg = svgs.get(chart.id)
        if (node && svg && node.innerHTML !== svg) node.innerHTML = svg
      }
    }
    for (const [id, { sheetId }] of placed) if (!seen.has(id)) remove(id, sheetId)
  }

  function place(sheetId: string, chart: Chart) {
    const placedAs = [chart.row, chart.column, chart.width, chart.height].join()
    const old = placed.get(chart.id)
    if (old?.placedAs === placedAs) return
    if (old) remove(chart.id, sheetId)
    placed.set(chart.id, { sheetId, placedAs })
    apply(sheetId, drawings.getBatchAddOp([drawing(model, sheetId, chart)]), DrawingApplyType.INSERT)
  }

  function remove(id: string, sheetId: string) {
    placed.delete(id)
    const which = [{ unitId, subUnitId: sheetId, drawingId: id }]
    apply(sheetId, drawings.getBatchRemoveOp(which), DrawingApplyType.REMOVE)
  }

  function apply(sheetId: string, operation: unknown, type: DrawingApplyType) {
    const { redo, objects } = operation as { redo: unknown; objects: unknown }
    commands.syncExecuteCommand(SetDrawingApplyMutation.id, { unitId, subUnitId: sheetId, op: redo, objects, type })
  }

  model.onChange(schedule)
  schedule()
}

async function draw(model: Model, chart: Chart, none: string): Promise<string> {
  const sources: ChartSource[] = []
  for (const range of chart.ranges) {
    sources.push({ values: await model.call('values', range), shown: await model.call('displayValues', range) })
  }
  return chartSvg(chart, chartTable(sources), chart, none)
}

/** Univer's own description of where something floats: from one cell to another, with offsets into both. */
function drawing(model: Model, sheetId: string, chart: Chart): ISheetFloatDom {
  const { injector, unitId } = model.grid
  const sheet = model.grid.sheet(sheetId)
  const from = { row: chart.row - 1, rowOffset: 0, column: chart.column - 1, columnOffset: 0 }
  const right = walk(from.column, chart.width, (column) => sheet.getColumnWidth(column))
  const below = walk(from.row, chart.height, (row) => sheet.getRowHeight(row))
  const to = { row: below.index, rowOffset: below.offset, column: right.index, columnOffset: right.offset }
  const skeleton = injector
    .get(IRenderManagerService)
    .getRenderUnitById(unitId)
    ?.with(SheetSkeletonManagerService)
    .getSkeletonParam(sheetId)
  const sheetTransform = { from, to }
  const transform = drawingPositionToTransform(sheetTransform, skeleton ?? undefined)
  return {
    unitId,
    subUnitId: sheetId,
    drawingId: chart.id,
    drawingType: DrawingTypeEnum.DRAWING_DOM,
    componentKey,
    sheetTransform,
    axisAlignSheetTransform: sheetTransform,
    ...(transform ? { transform } : {}),
    anchorType: SheetDrawingAnchorType.Position,
    data: { chartId: chart.id },
    allowTransform: false,
  }
}

function walk(first: number, distance: number, size: (index: number) => number) {
  let index = first
  let offset = distance
  while (offset > size(index)) {
    offset -= size(index)
    index++
  }
  return { index, offset }
}
