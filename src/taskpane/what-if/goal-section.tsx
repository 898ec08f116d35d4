import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Place } from "../../host/host";
import { t } from "../../i18n";
import { ChoiceField, TypedField } from "../kit/fields";
import type { Numbers } from "../kit/numbers";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { TaskStatus } from "../workbook/task-status";
import type { LongWork } from "../workbook/use-long-work";
import { CellField, cellOf, isSameCell } from "./cell-field";
import { type Goal, seekGoal } from "./goal-seek";
import { readUnits, readWanted, typedUnits, type Unit, UNITS, USUAL } from "./quantity";
import { saidEnding, saidFailure, saidPlace, valueIn } from "./said";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalM },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Typed {
  readonly target: string;
  readonly wanted: string;
  readonly changing: string;
  readonly unit: Unit;
  /** Null while nobody has typed another bound. */
  readonly least: string | null;
  readonly most: string | null;
}

const EMPTY: Typed = { target: "", wanted: "", changing: "", unit: "cent", least: null, most: null };

/** What stood in a cell before it was changed. */
interface Former {
  readonly cell: Place;
  readonly target: Place;
  readonly value: number | null;
}

interface GoalSectionProps {
  readonly work: LongWork;
}

/** The value of a cell with which another one shows what is wanted. */
export function GoalSection({ work }: GoalSectionProps) {
  const styles = useStyles();
  const { host, numbers } = useSurroundings();
  const [typed, setTyped] = useState(EMPTY);
  const [former, setFormer] = useState<Former>();
  const { goal, problems } = read(typed, numbers);
  const bound = (key: "least" | "most", index: 0 | 1): string =>
    typed[key] ?? typedUnits(USUAL[typed.unit][index], typed.unit, numbers);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });

  const run = (wanted: Goal): void => {
    setFormer(undefined);
    void work.run("goal-seek", t("pane:what-if/goal/busy"), async (task) => {
      try {
        const { changing: cell, target } = wanted;
        const value = await valueIn(host, cell);
        const ending = await seekGoal(host, wanted, task);
        const isRestorable = typeof value === "number" || value === null;
        if (ending.kind === "found" && isRestorable) setFormer({ cell, target, value });
        return saidEnding(ending, wanted, numbers);
      } catch (error) {
        return saidFailure(error);
      }
    });
  };
  const putBack = ({ cell, target, value }: Former): void => {
    setFormer(undefined);
    void work.run("goal-seek", t("pane:what-if/goal/busy"), async () => {
      try {
        await host.tryNumbers({ cells: [cell], watched: target, search: () => Promise.resolve([value]) });
        return { intent: "info", text: t("pane:what-if/goal/back-done", { cell: saidPlace(cell) }) };
      } catch (error) {
        return saidFailure(error);
      }
    });
  };

  return (
    <Section title={t("pane:what-if/goal/title")} text={t("pane:what-if/goal/text")}>
      <CellField
        label={t("pane:what-if/target")}
        hint={t("pane:what-if/target-hint")}
        value={typed.target}
        required
        onChange={(target) => change({ target })}
      />
      <TypedField
        label={t("pane:what-if/goal/wanted")}
        hint={t("pane:what-if/goal/wanted-hint", { percent: numbers.exactPercent("0.39") })}
        value={typed.wanted}
        problem={problems.wanted}
        required
        input={{ inputMode: "decimal" }}
        onChange={(wanted) => change({ wanted })}
      />
      <CellField
        label={t("pane:what-if/goal/changing")}
        hint={t("pane:what-if/goal/changing-hint")}
        value={typed.changing}
        problem={problems.changing}
        required
        onChange={(changing) => change({ changing })}
      />
      <UnitField value={typed.unit} onChange={(unit) => change({ unit, least: null, most: null })} />
      <div className={styles.pair}>
        <TypedField
          label={t("pane:what-if/goal/least")}
          value={bound("least", 0)}
          problem={problems.least}
          input={{ inputMode: "decimal" }}
          onChange={(least) => change({ least })}
        />
        <TypedField
          label={t("pane:what-if/goal/most")}
          value={bound("most", 1)}
          problem={problems.most}
          input={{ inputMode: "decimal" }}
          onChange={(most) => change({ most })}
        />
      </div>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={!host.hasWorkbook || !goal || work.progress !== null}
          onClick={() => goal && run(goal)}
        >
          {t("pane:what-if/goal/button")}
        </Button>
        {former && (
          <Button disabled={work.progress !== null} onClick={() => putBack(former)}>
            {t("pane:what-if/goal/back", { cell: saidPlace(former.cell) })}
          </Button>
        )}
      </div>
      {!host.hasWorkbook && <Caption1>{t("pane:insert/preview")}</Caption1>}
      <TaskStatus task="goal-seek" work={work} />
    </Section>
  );
}

interface UnitFieldProps {
  readonly label?: string;
  readonly value: Unit;
  readonly onChange: (unit: Unit) => void;
}

export const UnitField = ({ label = t("pane:what-if/unit/label"), value, onChange }: UnitFieldProps) => (
  <ChoiceField<Unit>
    label={label}
    value={value}
    choices={UNITS.map((unit) => ({ value: unit, text: t(`pane:what-if/unit/${unit}`) }))}
    onChange={onChange}
  />
);

type Problems = Partial<Record<"wanted" | "changing" | "least" | "most", string>>;

function read(typed: Typed, numbers: Numbers): { readonly goal?: Goal; readonly problems: Problems } {
  const { unit } = typed;
  const [target, changing] = [cellOf(typed.target), cellOf(typed.changing)];
  const wanted = readWanted(typed.wanted, numbers);
  const [least, most] = (["least", "most"] as const).map((key, index) => {
    const text = typed[key];
    return text === null ? USUAL[unit][index]! : readUnits(text, unit, numbers);
  });
  const problems: Problems = {
    ...(typed.wanted.trim() !== "" &&
      wanted === undefined && { wanted: t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE) }) }),
    ...(isSameCell(target, changing) && { changing: t("pane:what-if/goal/same-cell") }),
    ...(least === undefined && { least: unitInvalid(unit, numbers) }),
    ...(most === undefined && { most: unitInvalid(unit, numbers) }),
    ...(least !== undefined && most !== undefined && least > most && { most: t("pane:what-if/order-invalid") }),
  };
  const isComplete =
    target && changing && wanted && least !== undefined && most !== undefined && Object.keys(problems).length === 0;
  return { problems, ...(isComplete && { goal: { target, changing, wanted, unit, least, most } }) };
}

const EXAMPLE = 250_000;

/** What a number of a kind looks like. */
export function unitInvalid(unit: Unit, numbers: Numbers): string {
  switch (unit) {
    case "cent":
      return t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE) });
    case "whole":
      return t("pane:field/count-invalid", { least: 0 });
    case "percent":
      return t("pane:field/percent-invalid", { example: numbers.decimal("3.05") });
  }
}
