import { CommandType, ICommandService, LocaleService, ThemeService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import { RemoveSheetDrawingCommand, SheetCanvasFloatDomManagerService } from "@univerjs/preset-sheets-drawing";
import {
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Language, reader } from "../../i18n";
import { type Book, bookOf } from "../host/book";
import { t } from "../texts";
import { type Colours, DARK, FORCED, LIGHT } from "./colours";
import type { ChartContent } from "./content";
import { contentOf } from "./drawings";
import { written } from "./numbers";
import { readStored, type StoredChart } from "./stored";
import { svgElement } from "./pictures";
import { chartSvg } from "./svg";
import { chartInWords } from "./words";

/** What the spreadsheet gives to what it lays over cells. */
interface Props {
  readonly data: unknown;
  readonly floatDomId: string;
}

/** A chart over cells, as the spreadsheet asks for it. It is drawn anew whenever its cells change. */
export function chartView(spreadsheet: FUniver): (props: Props) => ReactElement | null {
  return function ChartView({ data, floatDomId }) {
    const stored = useMemo(() => readStored(data), [data]);
    const book = bookOf(spreadsheet);
    const place = book.injector.get(SheetCanvasFloatDomManagerService).getFloatDomInfo(floatDomId);
    return stored && place ? <Chart book={book} sheetId={place.subUnitId} id={floatDomId} stored={stored} /> : null;
  };
}

interface ChartProps {
  readonly book: Book;
  readonly sheetId: string;
  readonly id: string;
  readonly stored: StoredChart;
}

function Chart({ book, sheetId, id, stored }: ChartProps) {
  const content = useContent(book, sheetId, stored);
  const colours = useColours(book);
  const [frame, size] = useSize(book, sheetId);
  const layout = book.injector.get(ILayoutService);
  const language = useLanguage(book);
  const svg = useMemo(
    () => size && chartSvg(content, { ...size, colours, language, blank: t("workbench:chart/blank") }),
    [content, size, colours, language],
  );
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => paper.current!.replaceChildren(...(svg === undefined ? [] : [svgElement(svg)])), [svg]);
  const remove = (event: KeyboardEvent): void => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    event.stopPropagation();
    const drawings = [{ unitId: book.id, subUnitId: sheetId, drawingId: id }];
    void book.injector.get(ICommandService).executeCommand(RemoveSheetDrawingCommand.id, { unitId: book.id, drawings });
    layout.focus();
  };
  return (
    <div
      ref={frame}
      className="chart"
      tabIndex={0}
      role="figure"
      aria-label={chartInWords(content, language)}
      // What the pointer selects is the spreadsheet's, which then listens to the keys.
      onMouseDown={(event) => {
        event.preventDefault();
        layout.focus();
      }}
      onKeyDown={remove}
    >
      <div ref={paper} aria-hidden />
      <ChartTable content={content} />
    </div>
  );
}

/** Longer ones are for the cells themselves. */
const MOST_ROWS = 200;

/** The same for whoever reads by ear. */
function ChartTable({ content: { title, categories, series, format } }: { readonly content: ChartContent }) {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <td />
          {series.map(({ name }, index) => (
            <th key={index} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.slice(0, MOST_ROWS).map((category, at) => (
          <tr key={at}>
            <th scope="row">{category}</th>
            {series.map(({ values }, index) => {
              const value = values[at] ?? null;
              return <td key={index}>{value === null ? "–" : written(value, format, reader.language)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An edit comes in several steps; what they lead to is read once, before the page is drawn. */
function useContent(book: Book, sheetId: string, stored: StoredChart): ChartContent {
  const [content, setContent] = useState(() => contentOf(book, sheetId, stored));
  useEffect(() => {
    let next: number | undefined;
    const read = (): void => {
      next = undefined;
      const now = contentOf(book, sheetId, stored);
      setContent((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    read();
    const listener = book.injector.get(ICommandService).onCommandExecuted(({ type }) => {
      if (type === CommandType.MUTATION) next ??= requestAnimationFrame(read);
    });
    return () => {
      listener.dispose();
      if (next !== undefined) cancelAnimationFrame(next);
    };
  }, [book.id, sheetId, stored]);
  return content;
}

/** The reader's, whom the spreadsheet tells of another one. */
function useLanguage({ injector }: Book): Language {
  const locales = injector.get(LocaleService);
  const subscribe = useCallback(
    (listener: () => void) => {
      const changes = locales.localeChanged$.subscribe(listener);
      return () => changes.unsubscribe();
    },
    [locales],
  );
  return useSyncExternalStore(subscribe, () => reader.language);
}

/** As the spreadsheet around it is, and the reader's own colours before all. */
function useColours({ injector }: Book): Colours {
  const theme = injector.get(ThemeService);
  const [isDark, setDark] = useState(theme.darkMode);
  const [isForced, setForced] = useState(false);
  useEffect(() => {
    const subscription = theme.darkMode$.subscribe(setDark);
    const forced = matchMedia("(forced-colors: active)");
    const tell = (): void => setForced(forced.matches);
    tell();
    forced.addEventListener("change", tell);
    return () => {
      subscription.unsubscribe();
      forced.removeEventListener("change", tell);
    };
  }, [theme]);
  return isForced ? FORCED : isDark ? DARK : LIGHT;
}

/** At a zoom of 100 %: larger, the drawing grows with its texts, as cells do. */
function useSize({ workbook }: Book, sheetId: string) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number }>();
  useEffect(() => {
    const element = frame.current!;
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      const zoom = workbook.getSheetBySheetId(sheetId)?.getZoom() ?? 1;
      if (clientWidth > 0) setSize({ width: clientWidth / zoom, height: clientHeight / zoom });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheetId]);
  return [frame, size] as const;
}
