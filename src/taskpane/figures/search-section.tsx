import { Caption1, makeStyles, Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { figureName, t } from "../../i18n";
import { type DatedValue, type ParameterId, parameterIds, series } from "../../parameters";
import { civilDate, firstDayOfYear, lastDayOfYear } from "../../rules/calendar";
import { TypedField } from "../kit/fields";
import type { Numbers } from "../kit/numbers";
import { plain } from "../kit/plain";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import type { Wanted } from "./add-form";
import { daysText } from "./days";
import { Fold } from "../kit/fold";
import { FigureItem } from "./figure-item";
import type { Change } from "./use-own-figures";
import { ValuesList } from "./values-list";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  id: { overflowWrap: "anywhere" },
});

/** As many as somebody looks through. */
const MOST_SHOWN = 20;

/** Any figure by a word of its name. */
export function SearchSection({ change }: { readonly change: Change }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const [text, setText] = useState("");
  const found = useMemo(() => search(text), [text]);
  return (
    <Section title={t("pane:figures/search/title")}>
      <TypedField
        label={t("pane:figures/search/label")}
        hint={t("pane:figures/search/hint")}
        value={text}
        input={{ type: "search" }}
        onChange={setText}
      />
      <div aria-live="polite">
        {text.trim() !== "" && found.length === 0 && <Text>{t("pane:figures/search/none")}</Text>}
        {found.length > MOST_SHOWN && (
          <Caption1>{t("pane:figures/search/more", { shown: MOST_SHOWN, count: found.length })}</Caption1>
        )}
      </div>
      <ul className={styles.list}>
        {found.slice(0, MOST_SHOWN).map((id) => (
          <Found key={id} id={id} numbers={numbers} change={change} />
        ))}
      </ul>
    </Section>
  );
}

interface FoundProps {
  readonly id: ParameterId;
  readonly numbers: Numbers;
  readonly change: Change;
}

function Found({ id, numbers, change }: FoundProps) {
  const styles = useStyles();
  const values = series(id);
  return (
    <FigureItem wanted={wantedAfter(id)} change={change} lines={[untilText(values, numbers)]}>
      <Text size={100} font="monospace" className={styles.id}>
        {id}
      </Text>
      <Fold title={t("pane:figures/search/values", { count: values.length })} as={{ of: figureName(id) }}>
        <ValuesList values={[...values].reverse()} label={(value) => daysText(value, numbers)} />
      </Fold>
    </FigureItem>
  );
}

const isKnown = ({ value, text }: DatedValue): boolean => value !== null || text !== undefined;

/** Until when a figure is known. */
function untilText(values: readonly DatedValue[], numbers: Numbers): string {
  const last = values.findLast(isKnown);
  if (last === undefined) return t("pane:figures/search/never");
  return last.to === null
    ? t("pane:figures/search/in-force", { from: numbers.day(last.from) })
    : t("pane:figures/search/until", { to: numbers.day(last.to) });
}

/** The days after the last ones known: of a figure of whole years the next year. */
function wantedAfter(id: ParameterId): Wanted {
  const last = series(id).findLast(isKnown);
  if (last === undefined || last.to === null) return { id };
  const { year } = civilDate(last.from);
  const isYear = last.from === firstDayOfYear(year) && last.to === lastDayOfYear(year);
  return { id, from: last.to + 1, ...(isYear && { to: lastDayOfYear(year + 1) }) };
}

/** The figures whose name or id has every word that was typed. */
function search(text: string): readonly ParameterId[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return parameterIds().filter((id) => {
    const names = `${plain(figureName(id))} ${id}`;
    return words.every((word) => names.includes(word));
  });
}
