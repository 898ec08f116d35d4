import { Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { t } from "../../i18n";
import { dayOf } from "../kit/days";
import { ChoiceField, TypedField } from "../kit/fields";
import { insertSheet } from "../kit/insert";
import type { Numbers } from "../kit/numbers";
import type { Result } from "../kit/outcome";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { versionWith } from "../workbook/audit-words";
import { TaskStatus } from "../workbook/task-status";
import type { LongWork } from "../workbook/use-long-work";
import { CellField, cellOf, isSameCell } from "./cell-field";
import { UnitField, unitInvalid } from "./goal-section";
import { typedUnits, type Unit } from "./quantity";
import { saidFailure, saidPlace } from "./said";
import { readSeries, type SeriesForm, type SeriesKey, seriesProblem } from "./series";
import { type Input, type Made, makeTable, MOST_LIVE, sizeOf, type TableQuestion } from "./table";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  three: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    gap: tokens.spacingHorizontalS,
    alignItems: "start",
  },
  button: { alignSelf: "flex-start" },
  text: { margin: 0 },
});

interface InputForm extends SeriesForm {
  readonly cell: string;
}

interface Typed {
  readonly target: string;
  readonly result: Unit;
  readonly rows: InputForm;
  readonly columns: InputForm;
}

/** Values that show what is wanted: amounts by steps, and few enough to be read. */
const EXAMPLE = { from: 2_000_000, to: 10_000_000, step: 1_000_000 };

const inputOf = (numbers: Numbers, isEmpty: boolean): InputForm => {
  const typed = (key: keyof typeof EXAMPLE): string => (isEmpty ? "" : typedUnits(EXAMPLE[key], "cent", numbers));
  return { cell: "", unit: "cent", mode: "steps", from: typed("from"), to: typed("to"), step: typed("step"), list: "" };
};

interface TableSectionProps {
  readonly work: LongWork;
}

/** What a cell shows for several values of one other cell, or of two. */
export function TableSection({ work }: TableSectionProps) {
  const styles = useStyles();
  const { host, numbers, workbook } = useSurroundings();
  const [typed, setTyped] = useState<Typed>(() => ({
    target: "",
    result: "cent",
    rows: inputOf(numbers, false),
    columns: inputOf(numbers, true),
  }));
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const target = cellOf(typed.target);
  const rows = readInput(typed.rows, numbers);
  const hasColumns = typed.columns.cell.trim() !== "";
  const columns = hasColumns ? readInput(typed.columns, numbers) : undefined;
  const isSame = (one: string, other: string): boolean => isSameCell(cellOf(one), cellOf(other));
  const same = t("pane:what-if/table/same-cell");
  const rowsProblem = isSame(typed.rows.cell, typed.target) ? same : undefined;
  const columnsProblem = [typed.target, typed.rows.cell].some((cell) => isSame(typed.columns.cell, cell))
    ? same
    : undefined;
  const isReady = target && rows.input && (!hasColumns || columns?.input) && !rowsProblem && !columnsProblem;
  const question: TableQuestion | undefined = isReady
    ? { target, rows: rows.input!, columns: columns?.input }
    : undefined;
  const count = question ? sizeOf(question) : 0;

  const insert = (asked: TableQuestion): void =>
    void work.run("table", t("pane:what-if/table/busy"), async (task) => {
      try {
        await workbook.ready();
        const made = { date: numbers.day(dayOf(new Date())), version: versionWith(workbook.ownFigures, numbers) };
        const table = await makeTable(host, asked, { numbers, result: typed.result, made }, task);
        return "sheet" in table
          ? {
              intent: "success",
              text: `${await insertSheet(table.sheet)(host)} ${t(`pane:what-if/table/made/${table.kind}`)}`,
            }
          : saidUnmade(table, asked);
      } catch (error) {
        return saidFailure(error);
      }
    });

  return (
    <Section title={t("pane:what-if/table/title")} text={t("pane:what-if/table/text")}>
      <CellField
        label={t("pane:what-if/target")}
        hint={t("pane:what-if/target-hint")}
        value={typed.target}
        required
        onChange={(text) => change({ target: text })}
      />
      <UnitField
        label={t("pane:what-if/table/result")}
        value={typed.result}
        onChange={(result) => change({ result })}
      />
      <InputFields
        title={t("pane:what-if/table/rows")}
        form={typed.rows}
        problem={rowsProblem}
        problems={rows.problems}
        required
        onChange={(form) => change({ rows: form })}
      />
      <InputFields
        title={t("pane:what-if/table/columns")}
        form={typed.columns}
        problem={columnsProblem}
        problems={columns?.problems ?? {}}
        onChange={(form) => change({ columns: form })}
      />
      {question && (
        <Text as="p" className={styles.text}>
          {count > MOST_LIVE
            ? t("pane:what-if/table/too-many", { count, most: MOST_LIVE })
            : t("pane:what-if/table/count", { count })}
        </Text>
      )}
      <Button
        className={styles.button}
        appearance="primary"
        disabled={!host.hasWorkbook || !question || count > MOST_LIVE || work.progress !== null}
        onClick={() => question && insert(question)}
      >
        {t("pane:what-if/table/button")}
      </Button>
      {!host.hasWorkbook && <Caption1>{t("pane:insert/preview")}</Caption1>}
      <TaskStatus task="table" work={work} />
    </Section>
  );
}

function readInput(form: InputForm, numbers: Numbers) {
  const cell = cellOf(form.cell);
  const { units, problems } = readSeries(form, numbers);
  const input: Input | undefined = cell && units.length > 0 ? { cell, unit: form.unit, units } : undefined;
  return { problems, input };
}

/** Why there is no table. */
function saidUnmade(
  made: Exclude<Made, { readonly sheet: unknown }>,
  { target, rows, columns }: TableQuestion,
): Result {
  switch (made.kind) {
    case "too-many":
      return {
        intent: "warning",
        text: t("pane:what-if/table/too-many-tried", { count: made.count, most: made.most }),
      };
    case "stopped":
      return { intent: "info", text: t("pane:what-if/stopped-cells") };
    default: {
      const cells = [rows, ...(columns ? [columns] : [])].map(({ cell }) => saidPlace(cell)).join(", ");
      return { intent: "warning", text: t(`pane:what-if/table/${made.kind}`, { target: saidPlace(target), cells }) };
    }
  }
}

interface InputFieldsProps {
  readonly title: string;
  readonly form: InputForm;
  readonly problem: string | undefined;
  readonly problems: ReturnType<typeof readSeries>["problems"];
  readonly required?: boolean;
  readonly onChange: (form: InputForm) => void;
}

/** A cell that changes, and the values that it is given. */
function InputFields({ title, form, problem, problems, required = false, onChange }: InputFieldsProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const change = (part: Partial<InputForm>): void => onChange({ ...form, ...part });
  const field = (key: SeriesKey) => (
    <TypedField
      label={t(`pane:what-if/table/${key}`)}
      hint={key === "list" ? t("pane:what-if/table/list-hint") : undefined}
      value={form[key]}
      problem={seriesProblem(problems[key], unitInvalid(form.unit, numbers))}
      input={{ inputMode: key === "list" ? "text" : "decimal" }}
      onChange={(text) => change({ [key]: text })}
    />
  );
  // Of a second input that nobody wants, no more than its cell is asked for.
  const isAsked = required || form.cell.trim() !== "";
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      <CellField
        label={t("pane:what-if/table/cell")}
        value={form.cell}
        problem={problem}
        required={required}
        onChange={(cell) => change({ cell })}
      />
      {isAsked && (
        <>
          <UnitField value={form.unit} onChange={(unit) => change({ unit, from: "", to: "", step: "", list: "" })} />
          <ChoiceField<InputForm["mode"]>
            label={t("pane:what-if/table/values")}
            value={form.mode}
            choices={[
              { value: "steps", text: t("pane:what-if/table/by-steps") },
              { value: "list", text: t("pane:what-if/table/by-list") },
            ]}
            onChange={(mode) => change({ mode })}
          />
          {form.mode === "steps" ? (
            <div className={styles.three}>
              {field("from")}
              {field("to")}
              {field("step")}
            </div>
          ) : (
            field("list")
          )}
        </>
      )}
    </fieldset>
  );
}
