import {
  CanceledError,
  ICommandService,
  type ILanguagePack,
  type Injector,
  LifecycleService,
  LifecycleStages,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  ComponentManager,
  ContextMenuGroup,
  ContextMenuPosition,
  IMenuManagerService,
  MenuItemType,
} from "@univerjs/preset-sheets-core";
import {
  DeleteDrawingsCommand,
  InsertFloatImageCommand,
  SaveCellImagesCommand,
  SHEETS_IMAGE_MENU_ID,
  UniverSheetsDrawingPreset,
  UniverSheetsDrawingUIPlugin,
} from "@univerjs/preset-sheets-drawing";
import { t } from "../texts";
import { followCells } from "./following";
import { CHART } from "./stored";
import { chartView } from "./view";

import "@univerjs/preset-sheets-drawing/lib/index.css";

export { addCharts, chartsSaid, removeCharts, seriesShown } from "./drawings";
export { type ChartPicture, chartPictures, svgElement } from "./pictures";
export { chartsOf } from "./stored";

/** Of what the drawing module offers for a drawing, people need to delete a chart. */
const DELETE = {
  [ContextMenuPosition.DRAWING]: {
    [ContextMenuGroup.OTHERS]: {
      [DeleteDrawingsCommand.id]: {
        order: 0,
        menuItemFactory: () => ({
          id: DeleteDrawingsCommand.id,
          type: MenuItemType.BUTTON,
          title: "sheets-drawing-ui.shortcut.drawing-delete",
        }),
      },
    },
  },
};

/** Pictures are not among what a workbook keeps in a file: nothing offers them. */
const HIDDEN = Object.fromEntries(
  [
    SHEETS_IMAGE_MENU_ID,
    SaveCellImagesCommand.id,
    ...["group", "arrange", "align"].map((what) => `contextMenu.drawing-${what}`),
  ].map((id) => [id, { hidden: true }]),
);
const PICTURES: readonly string[] = [InsertFloatImageCommand.id, "sheet.command.insert-cell-image"];

/** What lets the spreadsheet draw over its cells, with its settings. */
export const drawingPlugins = (): ReturnType<typeof UniverSheetsDrawingPreset>["plugins"] =>
  UniverSheetsDrawingPreset().plugins.map((entry) =>
    entry === UniverSheetsDrawingUIPlugin ? [UniverSheetsDrawingUIPlugin, { menu: HIDDEN }] : entry,
  );

/** What of the drawing module's own texts is seen where it draws charts alone. */
export const drawingTexts = (): ILanguagePack => ({
  "sheets-drawing-ui": {
    shortcut: {
      "drawing-view": t("workbench:chart/keys"),
      "drawing-move-down": t("workbench:chart/down"),
      "drawing-move-up": t("workbench:chart/up"),
      "drawing-move-left": t("workbench:chart/left"),
      "drawing-move-right": t("workbench:chart/right"),
      "drawing-delete": t("workbench:chart/delete"),
    },
  },
});

/** Charts are drawn from now on; only then may a workbook open that has some. */
export function drawCharts(spreadsheet: FUniver, injector: Injector): void {
  injector.get(ComponentManager).register(CHART, chartView(spreadsheet));
  // What moves cells is there with the first workbook.
  void injector
    .get(LifecycleService)
    .onStage(LifecycleStages.Ready)
    .then(() => {
      followCells(injector);
      injector.get(IMenuManagerService).mergeMenu(DELETE);
    });
  injector.get(ICommandService).beforeCommandExecuted(({ id }) => {
    if (PICTURES.includes(id)) throw new CanceledError();
  });
}
