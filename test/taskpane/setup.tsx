import "@testing-library/jest-dom";
import { createDOMRenderer, FluentProvider, RendererProvider, webLightTheme } from "@fluentui/react-components";
import { configure, fireEvent, render, type RenderResult, screen, within } from "@testing-library/react";
import { type ReactNode, useMemo } from "react";
import { languageOf, reader, t } from "../../src/i18n";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { useHeldFigures } from "../../src/definitions";
import { holdList } from "../../src/page/own-figures";
import { registered } from "../../src/page/functions";
import { countFrom1904 } from "../../src/page/date-system";
import { chooseYear } from "../../src/page/parameter-year";
import { numbersOf } from "../../src/taskpane/kit/numbers";
import { SurroundingsContext, type View } from "../../src/taskpane/kit/surroundings";
import { Pane } from "../../src/taskpane/shell/pane";
import { useWorkbook } from "../../src/taskpane/shell/use-workbook";
import { sourceFunctions } from "../setup/excel";
import { FakeHost } from "./fake-host";

// jsdom lays nothing out, so nothing ever changes its size.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

/**
 * jsdom matches every rule with every element that a query asks about. Of thousands of rules, only those count that hide
 * something: there is no layout to see.
 */
const renderer = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => /(?:display|visibility):\s*(?:none|hidden)/.test(rule),
});

/** A view is a module of its own, which a busy machine takes seconds to load. */
configure({ asyncUtilTimeout: 30_000 });

/** The functions as cells call them; the pane shows what they answer. */
export function registerFunctions(): void {
  if (registered.size === 0) sourceFunctions();
}

async function speak(host: FakeHost): Promise<void> {
  registerFunctions();
  reader.language = languageOf(host.displayLanguage());
  await loadAllPaneTexts(reader.language);
}

/** The whole pane, past its first-run page, as it starts with the host's workbook. */
export async function renderPane(host: FakeHost = new FakeHost()): Promise<RenderResult> {
  await speak(host);
  localStorage.setItem("statut-social.started", "yes");
  chooseYear(host.state.parameters?.year ?? null);
  holdList(host.state.ownFigures);
  countFrom1904(host.state.from1904);
  useHeldFigures();
  return render(
    <RendererProvider renderer={renderer}>
      <Pane host={host} opened={host.state} />
    </RendererProvider>,
  );
}

/** One view of the pane. */
export async function renderView(view: ReactNode, host: FakeHost = new FakeHost()): Promise<RenderResult> {
  await speak(host);
  chooseYear(host.state.parameters?.year ?? null);
  holdList(host.state.ownFigures);
  countFrom1904(host.state.from1904);
  useHeldFigures();
  return render(<Surroundings host={host}>{view}</Surroundings>);
}

function Surroundings({ host, children }: { readonly host: FakeHost; readonly children: ReactNode }) {
  const workbook = useWorkbook(host, host.state);
  const numbers = useMemo(() => numbersOf(host.contentLanguage()), [host]);
  return (
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={webLightTheme}>
        <SurroundingsContext value={{ host, numbers, workbook, show: () => undefined }}>{children}</SurroundingsContext>
      </FluentProvider>
    </RendererProvider>
  );
}

/** Goes to a view by its tab. */
export function showView(view: View): void {
  fireEvent.click(screen.getByRole("tab", { name: t(`pane:tab/${view}`) }));
}

/** The cells of a table of the pane, row by row, without its heads. */
export function rowsOfTable(name: string): string[][] {
  const [, ...rows] = within(screen.getByRole("table", { name })).getAllByRole("row");
  return rows.map((row) =>
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  );
}
