import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import { reader, t } from "../../i18n";
import { isoDate } from "../../rules/calendar";
import { dayOf } from "../kit/days";
import { reasonOf } from "../kit/outcome";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { type Client, clientsIn, guessedMapping, lacking, type Mapping, MOST_CLIENTS, seemsHeaded } from "./clients";
import { type LetterForm, type Links, linksOf, ofClient } from "./letter";
import { LetterSection } from "./letter-section";
import { type ListForm, ListSection, tableIn } from "./list-section";
import { pastedTable, type Table } from "./table";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

/** A list as it was taken, and how its columns are read. */
interface Taken {
  readonly table: Table;
  readonly hasHeadings: boolean;
  readonly mapping: Mapping;
}

function taken(table: Table): Taken | undefined {
  if (table.rows.length === 0) return undefined;
  const hasHeadings = seemsHeaded(table);
  return { table, hasHeadings, mapping: guessedMapping(table, hasHeadings) };
}

/** The clients of an accountant: a list of them as a sheet, and the year of one of them as a letter. */
export function ClientsView() {
  const styles = useStyles();
  const { host, numbers, workbook } = useSurroundings();
  const { parameters } = workbook;
  const [form, setForm] = useState<ListForm>(() => ({
    from: "workbook",
    range: "",
    pasted: "",
    year: String(parameters.year),
    form: "list",
  }));
  const [list, setList] = useState<Taken>();
  const [failure, setFailure] = useState<string>();
  const reading = useRef(0);

  const read = async (range?: string): Promise<void> => {
    const turn = ++reading.current;
    if (range !== undefined) setForm((known) => ({ ...known, range }));
    setFailure(undefined);
    try {
      const found = range?.trim() === "" ? undefined : await tableIn(host, range);
      if (turn !== reading.current) return;
      setList(found && taken(found.table));
      if (found) setForm((known) => ({ ...known, range: found.range }));
      if (found?.table.rows.length === 0) setFailure(t("pane:clients/no-table"));
    } catch (error) {
      if (turn !== reading.current) return;
      setList(undefined);
      setFailure(reasonOf(error));
    }
  };
  const change = (part: Partial<ListForm>): void => {
    setForm((known) => ({ ...known, ...part }));
    if (part.from === "workbook") void read(form.range);
    const text = part.pasted ?? (part.from === "pasted" ? form.pasted : undefined);
    if (text === undefined) return;
    reading.current += 1;
    setFailure(undefined);
    setList(taken(pastedTable(text)));
  };

  const isReady =
    list !== undefined && lacking(list.mapping).length === 0 && list.table.rows.length <= 2 * MOST_CLIENTS;
  const clients = useMemo(
    () => (isReady ? clientsIn({ ...list, year: Number(form.year), parameters }) : undefined),
    // What is read depends on the figures and the language too.
    [isReady, list, form.year, parameters, reader.language],
  );

  const [letter, setLetter] = useState<LetterForm>(() => ({
    language: reader.language,
    sender: "",
    town: "",
    written: isoDate(dayOf(new Date())),
    name: "",
    address: "",
    category: "principal",
    year: String(parameters.year),
    income: "",
    earlier: "",
    start: "",
    stop: "",
    fund: { fund: "none", rate: "" },
    paid: "",
    sent: "",
  }));
  const [links, setLinks] = useState<Links>({});
  const [chosen, setChosen] = useState("");
  const letterPart = useRef<HTMLDivElement>(null);
  const choose = (client: Client | undefined): void => {
    setChosen(client ? String(client.at) : "");
    setLinks(client && list ? linksOf(client, list.table, list.mapping) : {});
    if (client) setLetter((known) => ({ ...known, ...ofClient(client, numbers), address: "", year: form.year }));
  };
  /** What is typed is no longer what stands in the client's cell. */
  const type = (part: Partial<LetterForm>): void => {
    setLetter((known) => ({ ...known, ...part }));
    setLinks((known) => Object.fromEntries(Object.entries(known).filter(([name]) => !(name in part))));
  };

  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:clients/title")}
      </Subtitle2>
      <Text>{t("pane:clients/intro")}</Text>
      <Section title={t("pane:clients/list")} text={t("pane:clients/list-what")}>
        <ListSection
          form={form}
          table={list?.table}
          hasHeadings={list?.hasHeadings ?? false}
          mapping={list?.mapping}
          clients={clients}
          failure={failure}
          onForm={change}
          onHeadings={(hasHeadings) => setList((known) => known && { ...known, hasHeadings })}
          onMapping={(mapping) => setList((known) => known && { ...known, mapping })}
          onRead={(range) => void read(range)}
          onLetter={(client) => {
            choose(client);
            letterPart.current?.querySelector<HTMLElement>("select, input")?.focus();
          }}
        />
      </Section>
      <div ref={letterPart}>
        <Section title={t("pane:clients/letter/title")} text={t("pane:clients/letter/what-for")}>
          <LetterSection
            form={letter}
            links={links}
            clients={clients?.clients ?? []}
            chosen={chosen}
            onForm={type}
            onClient={choose}
          />
        </Section>
      </div>
    </div>
  );
}
