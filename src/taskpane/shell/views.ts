import { ArrowTrendingLinesRegular } from "@fluentui/react-icons/svg/arrow-trending-lines";
import { BuildingBankRegular } from "@fluentui/react-icons/svg/building-bank";
import { CalculatorRegular } from "@fluentui/react-icons/svg/calculator";
import { CalendarLtrRegular } from "@fluentui/react-icons/svg/calendar-ltr";
import { ColumnTripleRegular } from "@fluentui/react-icons/svg/column-triple";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { LightbulbRegular } from "@fluentui/react-icons/svg/lightbulb";
import { NumberSymbolRegular } from "@fluentui/react-icons/svg/number-symbol";
import { PeopleRegular } from "@fluentui/react-icons/svg/people";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { TargetRegular } from "@fluentui/react-icons/svg/target";
import { type ComponentType, lazy } from "react";
import { reader } from "../../i18n";
import { loadViewTexts } from "../../i18n/load";
import type { View } from "../kit/surroundings";
import { YearView } from "../year/year-view";

interface ViewProps {
  /** Whether it is the one that shows. */
  readonly active: boolean;
}

interface Part {
  readonly Icon: ComponentType;
  /** A chunk of its own, fetched when the pane has nothing else to do: it shows sooner, and cells never wait. */
  readonly Content: ComponentType<ViewProps>;
}

/** A view comes with its texts; the pane itself needs neither. */
const later = (load: () => Promise<ComponentType<ViewProps>>) =>
  lazy(async () => {
    const [view] = await Promise.all([load(), loadViewTexts(reader.language)]);
    return { default: view };
  });

export const PARTS: Readonly<Record<View, Part>> = {
  year: { Icon: CalendarLtrRegular, Content: YearView },
  calculator: {
    Icon: CalculatorRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "calculator", webpackPrefetch: true */ "../calculator/calculator-view"))
          .CalculatorView,
    ),
  },
  clients: {
    Icon: PeopleRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "clients", webpackPrefetch: true */ "../clients/clients-view")).ClientsView,
    ),
  },
  projection: {
    Icon: ArrowTrendingLinesRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "projection", webpackPrefetch: true */ "../projection/projection-view"))
          .ProjectionView,
    ),
  },
  scenarios: {
    Icon: ColumnTripleRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "scenarios", webpackPrefetch: true */ "../scenarios/scenarios-view"))
          .ScenariosView,
    ),
  },
  "what-if": {
    Icon: TargetRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "what-if", webpackPrefetch: true */ "../what-if/what-if-view")).WhatIfView,
    ),
  },
  questions: {
    Icon: QuestionCircleRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "questions", webpackPrefetch: true */ "../questions/questions-view"))
          .QuestionsView,
    ),
  },
  funds: {
    Icon: BuildingBankRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "funds", webpackPrefetch: true */ "../funds/funds-view")).FundsView,
    ),
  },
  explain: {
    Icon: LightbulbRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "explain", webpackPrefetch: true */ "../explain/explain-view")).ExplainView,
    ),
  },
  workbook: {
    Icon: DocumentTableRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "workbook", webpackPrefetch: true */ "../workbook/workbook-view"))
          .WorkbookView,
    ),
  },
  figures: {
    Icon: NumberSymbolRegular,
    Content: later(
      async () =>
        (await import(/* webpackChunkName: "figures", webpackPrefetch: true */ "../figures/figures-view")).FiguresView,
    ),
  },
};
