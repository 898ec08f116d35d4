import "@testing-library/jest-dom";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { languageOf } from "../../src/i18n";
import { settings } from "../../src/settings";
import { numbersOf } from "../../src/taskpane/numbers";
import { Pane } from "../../src/taskpane/pane";
import { SurroundingsContext } from "../../src/taskpane/surroundings";
import { loadPaneTexts } from "../../src/taskpane/texts";
import { useWorkbook } from "../../src/taskpane/use-workbook";
import { sourceFunctions } from "../setup/excel";
import { FakeHost } from "./fake-host";

// jsdom lays nothing out, so nothing ever changes its size.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

/** The functions as cells call them; the pane shows what they answer. */
export function registerFunctions(): void {
  if (settings.functions.size === 0) sourceFunctions();
}

async function speak(host: FakeHost): Promise<void> {
  registerFunctions();
  settings.language = languageOf(host.displayLanguage());
  await loadPaneTexts(settings.language);
}

/** The whole pane, past its first-run page, as it starts with the host's workbook. */
export async function renderPane(host: FakeHost = new FakeHost()): Promise<RenderResult> {
  await speak(host);
  localStorage.setItem("statut-social.started", "yes");
  settings.parameterYear = host.state.parameters?.year ?? null;
  return render(<Pane host={host} opened={host.state} />);
}

/** One view of the pane. */
export async function renderView(view: ReactNode, host: FakeHost = new FakeHost()): Promise<RenderResult> {
  await speak(host);
  settings.parameterYear = host.state.parameters?.year ?? null;
  return render(<Surroundings host={host}>{view}</Surroundings>);
}

function Surroundings({ host, children }: { readonly host: FakeHost; readonly children: ReactNode }) {
  const workbook = useWorkbook(host, host.state);
  const numbers = numbersOf(host.contentLanguage());
  return (
    <FluentProvider theme={webLightTheme}>
      <SurroundingsContext value={{ host, numbers, workbook, show: () => undefined }}>{children}</SurroundingsContext>
    </FluentProvider>
  );
}
