import { Button, Checkbox, Field, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { describe, figureName, t } from "../../i18n";
import { type OwnFigure, type ParameterId, published } from "../../parameters";
import { civilDate, type Day, isoDate } from "../../rules/calendar";
import { INDEX_RANK } from "../../rules/figures";
import { implausible } from "../../rules/figure-upkeep";
import { knownValues } from "../../rules/own-figures";
import { dayOf } from "../kit/days";
import { DateField, TypedField } from "../kit/fields";
import { Notice } from "../kit/notice";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import { daysText } from "./days";
import {
  type FieldName,
  isWrong,
  readForm,
  readStep,
  type TypedForm,
  type TypedStep,
  type Wrong,
} from "./typed-figure";
import { measured, signOf, valueText } from "./units";
import type { Change } from "./use-own-figures";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))",
    gap: tokens.spacingHorizontalS,
    alignItems: "start",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What is to be given: a figure, and the days that it is awaited for where they are known. */
export interface Wanted {
  readonly id: ParameterId;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

interface AddFormProps {
  readonly wanted: Wanted;
  readonly figures: readonly OwnFigure[];
  readonly change: Change;
  readonly onClose: () => void;
}

/** The form of a figure that is there already. */
export const ChangeForm = ({ figure, ...props }: Omit<AddFormProps, "wanted"> & { readonly figure: OwnFigure }) => (
  <FigureForm {...props} wanted={figure} replaced={figure} />
);

export const AddForm = (props: AddFormProps) =>
  props.wanted.id === INDEX_RANK && props.wanted.from !== undefined ? (
    <StepForm {...props} from={props.wanted.from} />
  ) : (
    <FigureForm {...props} />
  );

interface FigureFormProps extends AddFormProps {
  /** The figure whose place it takes. */
  readonly replaced?: OwnFigure;
}

function FigureForm({ wanted, replaced, figures, change, onClose }: FigureFormProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { id } = wanted;
  const [typed, setTyped] = useState<TypedForm>(() => ({
    from: wanted.from === undefined ? "" : isoDate(wanted.from),
    to: wanted.to === undefined ? "" : isoDate(wanted.to),
    value: replaced === undefined ? "" : valueText(replaced, numbers),
    source: replaced?.source ?? "",
    correction: replaced?.correction === true,
  }));
  const [wrong, setWrong] = useState<Wrong>();
  const [doubted, setDoubted] = useState<OwnFigure>();
  const type = (change: Partial<TypedForm>): void => {
    setTyped({ ...typed, ...change });
    setWrong(undefined);
    setDoubted(undefined);
  };
  const problem = problemIn(wrong, numbers);
  const [from, to] = [numbers.readDay(typed.from), numbers.readDay(typed.to)];
  const known = from === undefined || to === undefined ? undefined : knownValues(id, from, to)[0];
  const last = doubted && implausible(doubted);
  const sign = signOf(published(id)[0]!.unit);

  const add = (): void => {
    const others = figures.filter((figure) => figure !== replaced);
    const read = readForm(id, { ...typed, correction: typed.correction && known !== undefined }, others, numbers);
    if (isWrong(read)) {
      setWrong(read);
    } else if (implausible(read) && !doubted) {
      setDoubted(read);
    } else if (replaced === undefined) {
      change([...figures, read], t("pane:figures/added", { figure: figureName(id) }));
      onClose();
    } else {
      const changed = figures.map((figure) => (figure === replaced ? read : figure));
      change(changed, t("pane:figures/own/changed", { figure: figureName(id) }));
      onClose();
    }
  };

  const verb = replaced === undefined ? "add" : "save";
  return (
    <Form
      label={t(`pane:figures/${replaced === undefined ? "add-to" : "own/change-of"}`, { figure: figureName(id) })}
      onSubmit={add}
      onClose={onClose}
      submit={t(`pane:figures/${doubted ? `${verb}-anyway` : verb}`)}
    >
      <TypedField
        label={t("pane:figures/value")}
        required
        value={typed.value}
        input={{ inputMode: "decimal", autoFocus: true, ...(sign !== undefined && { contentAfter: sign }) }}
        problem={problem("value")}
        onChange={(value) => type({ value })}
      />
      <div className={styles.pair}>
        <DateField
          label={t("pane:figures/from")}
          required
          value={typed.from}
          problem={problem("from")}
          onChange={(day) => type({ from: day })}
        />
        <DateField
          label={t("pane:figures/to")}
          required
          value={typed.to}
          problem={problem("to")}
          onChange={(day) => type({ to: day })}
        />
      </div>
      <SourceField value={typed.source} problem={problem("source")} onChange={(source) => type({ source })} />
      {known && (
        <Field hint={t("pane:figures/known", { amount: measured(known, numbers), days: daysText(known, numbers) })}>
          <Checkbox
            label={t("pane:figures/correct")}
            checked={typed.correction}
            onChange={(_, { checked }) => type({ correction: checked === true })}
          />
        </Field>
      )}
      <ClosedYear from={from} />
      {doubted && last && (
        <Notice intent="warning">
          {t("pane:figures/implausible", {
            value: measured({ ...last, value: doubted.value }, numbers),
            last: measured(last, numbers),
          })}
        </Notice>
      )}
    </Form>
  );
}

function StepForm({ wanted: { id }, figures, change, onClose, from }: AddFormProps & { readonly from: Day }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const [typed, setTyped] = useState<TypedStep>({ step: "", until: "", source: "" });
  const [wrong, setWrong] = useState<Wrong>();
  const type = (change: Partial<TypedStep>): void => {
    setTyped({ ...typed, ...change });
    setWrong(undefined);
  };
  const problem = problemIn(wrong, numbers, from);

  const add = (): void => {
    const read = readStep(from, typed, figures, numbers);
    if (isWrong(read)) {
      setWrong(read);
    } else {
      change([...figures, ...read], t("pane:figures/added", { figure: figureName(id) }));
      onClose();
    }
  };

  return (
    <Form
      label={t("pane:figures/add-to", { figure: figureName(id) })}
      onSubmit={add}
      onClose={onClose}
      submit={t("pane:figures/add")}
    >
      <div className={styles.pair}>
        <DateField
          label={t("pane:figures/step")}
          hint={t("pane:figures/step-hint")}
          value={typed.step}
          problem={problem("step")}
          onChange={(step) => type({ step })}
        />
        <DateField
          label={t("pane:figures/until")}
          hint={t("pane:figures/until-hint")}
          required
          value={typed.until}
          problem={problem("until")}
          onChange={(until) => type({ until })}
        />
      </div>
      <SourceField value={typed.source} problem={problem("source")} onChange={(source) => type({ source })} />
    </Form>
  );
}

interface FormProps {
  readonly label: string;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Form({ label, submit, onSubmit, onClose, children }: FormProps) {
  const styles = useStyles();
  const { workbook } = useSurroundings();
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" size="small" disabled={workbook.busy}>
          {submit}
        </Button>
        <Button size="small" onClick={onClose}>
          {t("pane:figures/cancel")}
        </Button>
      </div>
    </form>
  );
}

interface SourceFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (source: string) => void;
}

const SourceField = (props: SourceFieldProps) => (
  <TypedField label={t("pane:figures/source")} hint={t("pane:figures/source-hint")} required {...props} />
);

/** Nobody changes a year that is over without being told. */
export function ClosedYear({ from }: { readonly from: Day | undefined }) {
  if (from === undefined) return null;
  const { year } = civilDate(from);
  if (year >= civilDate(dayOf(new Date())).year) return null;
  return <Notice intent="info">{t("pane:figures/closed", { year })}</Notice>;
}

/** What is wrong with a field, in words. */
const problemIn =
  (wrong: Wrong | undefined, numbers: Numbers, from?: Day) =>
  (field: FieldName): string | undefined => {
    if (wrong?.field !== field) return undefined;
    const { why } = wrong;
    switch (why) {
      case "date":
        return t("pane:field/date-invalid");
      case "value":
        return t("pane:figures/value-invalid", { example: numbers.decimal("676.50") });
      case "month":
        return t("pane:figures/step-first");
      case "before":
        return t("pane:figures/step-days", { from: numbers.day(from ?? 0) });
      default:
        return describe(why);
    }
  };
