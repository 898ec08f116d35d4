import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { describe, t } from "../../i18n";
import { merged } from "../../rules/figure-upkeep";
import { readList, writeList } from "../../rules/own-figures";
import { attempt, Refusal } from "../../rules/refusal";
import { insertSheet, InsertButton } from "../kit/insert";
import { Outcome, reasonOf, type Result } from "../kit/outcome";
import { readFile, saveFile } from "../kit/files";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { figuresSheet } from "./figures-sheet";
import { type Change, useOwnFigureList } from "./use-own-figures";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export const FILE_NAME = "statut-social-figures.json";

/** One list for an office, and one for whoever reads the file. */
export function ExchangeSection({ change }: { readonly change: Change }) {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const figures = useOwnFigureList();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Result>();

  const take = async (file: File): Promise<void> => {
    setOutcome(undefined);
    try {
      const text = await readFile(file);
      const shared = attempt(() => readList(text));
      const all = shared instanceof Refusal ? shared : attempt(() => merged(figures, shared));
      if (shared instanceof Refusal || all instanceof Refusal) {
        const refusal = (shared instanceof Refusal ? shared : all) as Refusal;
        setOutcome({ intent: "error", text: t("pane:figures/exchange/refused", { reason: describe(refusal) }) });
      } else {
        change(all, t("pane:figures/exchange/imported", { count: shared.length }));
      }
    } catch (error) {
      setOutcome({ intent: "error", text: t("pane:figures/exchange/refused", { reason: reasonOf(error) }) });
    }
  };

  return (
    <Section title={t("pane:figures/exchange/title")} text={t("pane:figures/exchange/text")}>
      <div className={styles.actions}>
        <Button disabled={figures.length === 0} onClick={() => saveFile(FILE_NAME, writeList(figures))}>
          {t("pane:figures/exchange/export")}
        </Button>
        <Button disabled={workbook.busy} onClick={() => input.current?.click()}>
          {t("pane:figures/exchange/import")}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t("pane:figures/exchange/file")}
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file can be chosen again.
            if (file) void take(file).finally(() => (target.value = ""));
          }}
        />
      </div>
      <InsertButton
        label={t("pane:figures/exchange/insert")}
        appearance="secondary"
        disabled={figures.length === 0}
        insert={(host) => insertSheet(figuresSheet(figures, numbers))(host)}
      />
      <Outcome outcome={outcome} />
    </Section>
  );
}
