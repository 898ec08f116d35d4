import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { t, wordName } from "../../i18n";
import { CATEGORIES } from "../../rules/contributions";
import { CAREER_WORDS, type CareerStatus, isCareerWord } from "../../rules/projection";
import { categoryName } from "../kit/category-name";
import { ChoiceField, DateField } from "../kit/fields";
import { careerKey, type TypedChange } from "./projection";
import { useFormStyles } from "./form-styles";

const useStyles = makeStyles({
  row: { display: "flex", flexDirection: "column", alignItems: "stretch" },
  button: { alignSelf: "flex-start" },
});

const choicesOf = (statuses: readonly CareerStatus[]) =>
  statuses.map((status) => ({ value: status, text: categoryName(status) }));

const hintOf = (status: CareerStatus): string =>
  t(`pane:projection/career-hint/${status}`, { pensioner: wordName("category", "pensioner") });

interface CareerRowsProps {
  readonly rows: readonly TypedChange[];
  readonly problemOf: (key: string) => string | undefined;
  readonly onChange: (rows: readonly TypedChange[]) => void;
}

/** With what an activity begins, and what changes later: a row a change. */
export function CareerRows({ rows, problemOf, onChange }: CareerRowsProps) {
  const form = useFormStyles();
  const styles = useStyles();
  const list = useRef<HTMLFieldSetElement>(null);
  const [added, setAdded] = useState<number>();
  // Whoever adds a row goes on to type in it.
  useEffect(() => {
    if (added !== undefined) [...(list.current?.querySelectorAll("input") ?? [])].at(-1)?.focus();
  }, [added]);

  const put = (row: number, change: Partial<TypedChange>): void =>
    onChange(rows.map((one, index) => (index === row ? { ...one, ...change } : one)));
  const add = (): void => {
    const id = Math.max(...rows.map((one) => one.id)) + 1;
    onChange([...rows, { id, from: "", status: "none" }]);
    setAdded(id);
  };
  const remove = (row: number): void => {
    onChange(rows.filter((_, index) => index !== row));
    [...(list.current?.querySelectorAll("button") ?? [])].at(-1)?.focus();
  };
  return (
    <fieldset className={form.group} ref={list}>
      <legend className={form.legend}>{t("pane:projection/career")}</legend>
      {rows.map(({ id, from, status }, row) => (
        <div key={id} className={styles.row} role="group" aria-label={t("pane:projection/change", { number: row + 1 })}>
          <div className={form.pair}>
            <DateField
              label={t(row === 0 ? "pane:field/start" : "pane:projection/from")}
              value={from}
              problem={problemOf(careerKey(row))}
              onChange={(text) => put(row, { from: text })}
            />
            <ChoiceField<CareerStatus>
              label={t(row === 0 ? "pane:field/category" : "pane:projection/situation")}
              value={status}
              choices={choicesOf(row === 0 ? CATEGORIES : [...CATEGORIES, ...CAREER_WORDS])}
              hint={isCareerWord(status) ? hintOf(status) : undefined}
              onChange={(chosen) => put(row, { status: chosen })}
            />
          </div>
          {row > 0 && (
            <Button size="small" appearance="subtle" className={styles.button} onClick={() => remove(row)}>
              {t("pane:projection/remove-change", { number: row + 1 })}
            </Button>
          )}
        </div>
      ))}
      <Button className={styles.button} onClick={add}>
        {t("pane:projection/add-change")}
      </Button>
    </fieldset>
  );
}
