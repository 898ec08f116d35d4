import { Button, Checkbox, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { addressOf, areaOf, inSheet } from "../../formula/addresses";
import type { Host } from "../../host/host";
import { t, wordName } from "../../i18n";
import { CATEGORIES } from "../../rules/contributions";
import { FUNDS } from "../../rules/funds";
import { placeOf } from "../formula/a1";
import { categoryName } from "../kit/category-name";
import { type Choice, ChoiceField, TypedField } from "../kit/fields";
import { InsertButton, insertSheet } from "../kit/insert";
import { Notice } from "../kit/notice";
import { OwnMarkOf } from "../kit/own-mark";
import { useSurroundings } from "../kit/surroundings";
import { listYears } from "./years";
import {
  type Client,
  type Clients,
  columnName,
  headingOf,
  lacking,
  type Mapping,
  MOST_CLIENTS,
  type Source,
} from "./clients";
import { COLUMNS, type Column, NEEDED } from "./columns";
import { type Form, listSheet } from "./list-sheet";
import { ListPreview } from "./list-preview";
import { regionAround, SEARCHED, type Table, tableAt } from "./table";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  text: { margin: 0 },
  button: { alignSelf: "flex-start" },
  area: { "& textarea": { minHeight: "112px", fontFamily: tokens.fontFamilyMonospace, whiteSpace: "pre" } },
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: "start",
    margin: 0,
    padding: 0,
    border: 0,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  field: { minWidth: 0 },
});

export interface ListForm {
  readonly from: "workbook" | "pasted";
  readonly range: string;
  readonly pasted: string;
  readonly year: string;
  readonly form: Form;
}

interface ListSectionProps {
  readonly form: ListForm;
  readonly table: Table | undefined;
  readonly hasHeadings: boolean;
  readonly mapping: Mapping | undefined;
  readonly clients: Clients | undefined;
  readonly failure: string | undefined;
  readonly onForm: (change: Partial<ListForm>) => void;
  readonly onHeadings: (hasHeadings: boolean) => void;
  readonly onMapping: (mapping: Mapping) => void;
  /** Reads a range as it is typed, or what is selected. */
  readonly onRead: (range?: string) => void;
  readonly onLetter: (client: Client) => void;
}

/** A list of clients from the workbook or from a text, column by column, and the sheet with what each owes. */
export function ListSection(props: ListSectionProps) {
  const styles = useStyles();
  const { host, numbers, workbook } = useSurroundings();
  const { form, table, hasHeadings, mapping, clients, failure, onForm, onHeadings, onMapping, onRead, onLetter } =
    props;
  const missing = mapping ? lacking(mapping) : [];
  const count = clients?.clients.length ?? 0;
  const isReady = clients !== undefined && missing.length === 0 && count > 0 && count <= MOST_CLIENTS;
  return (
    <div className={styles.part}>
      <ChoiceField<ListForm["from"]>
        label={t("pane:clients/from")}
        value={form.from}
        choices={[
          { value: "workbook", text: t("pane:clients/from-workbook") },
          { value: "pasted", text: t("pane:clients/from-text") },
        ]}
        onChange={(from) => onForm({ from })}
      />
      {form.from === "workbook" ? (
        <>
          <Button
            className={styles.button}
            appearance={table ? "secondary" : "primary"}
            disabled={!host.hasWorkbook}
            onClick={() => onRead()}
          >
            {t("pane:clients/use-selection")}
          </Button>
          {form.range.trim() !== "" && (
            <Button className={styles.button} onClick={() => onRead(form.range)}>
              {t("pane:clients/read-again")}
            </Button>
          )}
          <TypedField
            label={t("pane:clients/range")}
            hint={t("pane:clients/range-hint")}
            value={form.range}
            problem={failure}
            onChange={(range) => onRead(range)}
          />
        </>
      ) : (
        <Field
          label={t("pane:clients/paste")}
          hint={failure === undefined ? t("pane:clients/paste-hint") : null}
          {...(failure !== undefined && { validationState: "error", validationMessage: failure })}
        >
          <Textarea
            className={styles.area}
            resize="vertical"
            value={form.pasted}
            textarea={{ spellCheck: false, wrap: "off" }}
            onChange={(_, { value }) => onForm({ pasted: value })}
          />
        </Field>
      )}
      {table && mapping && (
        <>
          <Checkbox
            label={t("pane:clients/has-headings")}
            checked={hasHeadings}
            onChange={(_, { checked }) => onHeadings(checked === true)}
          />
          <fieldset className={styles.columns}>
            <legend className={styles.legend}>{t("pane:clients/columns")}</legend>
            {COLUMNS.map((column) => (
              <div key={column} className={styles.field}>
                <ChoiceField
                  label={columnName(column)}
                  required={NEEDED.has(column)}
                  value={textOfSource(mapping[column])}
                  choices={sourcesFor(column, table)}
                  problem={missing.includes(column) ? t("pane:clients/choose-column") : undefined}
                  onChange={(text) => onMapping({ ...mapping, [column]: sourceOf(text) })}
                />
              </div>
            ))}
          </fieldset>
          <ChoiceField
            label={t("pane:clients/year")}
            value={form.year}
            choices={listYears(workbook.parameters.year).map((year) => ({ value: String(year), text: String(year) }))}
            hint={t("pane:clients/year-hint")}
            onChange={(year) => onForm({ year })}
          />
        </>
      )}
      {count > MOST_CLIENTS && (
        <Notice intent="error">{t("pane:clients/too-many", { count, most: MOST_CLIENTS })}</Notice>
      )}
      {table && count === 0 && missing.length === 0 && <Notice intent="warning">{t("pane:clients/no-clients")}</Notice>}
      {isReady && (
        <>
          <ListPreview clients={clients} table={table!} mapping={mapping!} onLetter={onLetter} />
          <OwnMarkOf calls={[{ way: clients.call.way, rows: count }]} />
          <ChoiceField<Form>
            label={t("pane:clients/form")}
            value={form.form}
            choices={[
              { value: "list", text: t("pane:clients/form-list") },
              { value: "rows", text: t("pane:clients/form-rows") },
            ]}
            hint={t(`pane:clients/form-${form.form}-hint`)}
            onChange={(chosen) => onForm({ form: chosen })}
          />
        </>
      )}
      <InsertButton
        label={t("pane:clients/insert")}
        disabled={!isReady || clients.failure !== undefined}
        insert={(to) =>
          insertSheet(
            listSheet({
              table: table!,
              hasHeadings,
              mapping: mapping!,
              year: Number(form.year),
              parameters: workbook.parameters,
              clients: clients!.clients,
              form: form.form,
              numbers,
            }),
          )(to)
        }
      />
    </div>
  );
}

const ALL = "all:";

const textOfSource = (source: Source): string =>
  source === null ? "" : "all" in source ? `${ALL}${source.all}` : String(source.at);

function sourceOf(text: string): Source {
  if (text === "") return null;
  return text.startsWith(ALL) ? { all: text.slice(ALL.length) } : { at: Number(text) };
}

/** The table's columns, then the words that may hold for all clients. */
function sourcesFor(column: Column, table: Table): Choice<string>[] {
  const width = table.rows[0]?.length ?? 0;
  const forAll = (id: string, word: string): Choice<string> => ({
    value: `${ALL}${id}`,
    text: t("pane:clients/for-all", { word }),
  });
  return [
    { value: "", text: NEEDED.has(column) ? t("pane:clients/choose") : t("pane:clients/none") },
    ...Array.from({ length: width }, (_, index) => ({ value: String(index), text: headingOf(table, index) })),
    ...(column === "category" ? CATEGORIES.map((id) => forAll(id, categoryName(id))) : []),
    ...(column === "fund" ? FUNDS.map(({ id }) => forAll(id, wordName("fund", id))) : []),
  ];
}

/** The table in a range; of one cell, the table or the cells around it. What cannot be read is an error in words. */
export async function tableIn(host: Host, range: string | undefined): Promise<{ range: string; table: Table }> {
  const reference = range ?? (await host.selectedRange());
  const place = placeOf(reference);
  if (!place) throw new Error(t("pane:clients/range-invalid"));
  const area = areaOf(place.address)!;
  if (range !== undefined || area.rows * area.columns > 1) {
    const [values] = await host.readRanges([place]);
    if (!values) throw new Error(t("pane:clients/range-unknown"));
    return { range: reference, table: tableAt(place, values) };
  }
  const [own] = await host.readTables([""], place);
  if (own) {
    const { sheet, row, column, hasTotals } = own;
    const values = hasTotals ? own.values.slice(0, -1) : own.values;
    const address = addressOf({ row, column, rows: values.length, columns: values[0]?.length ?? 1 });
    return { range: inSheet(sheet, address), table: tableAt({ sheet, address }, values) };
  }
  const searched = { ...SEARCHED, row: Math.max(0, area.row - SEARCHED.rows / 2) };
  const [around] = await host.readRanges([{ sheet: place.sheet, address: addressOf(searched) }]);
  const found = around && regionAround(around, area.row - searched.row, area.column);
  if (!around || !found) throw new Error(t("pane:clients/no-table"));
  const address = addressOf({ ...found, row: found.row + searched.row });
  const values = around
    .slice(found.row, found.row + found.rows)
    .map((row) => row.slice(found.column, found.column + found.columns));
  return { range: inSheet(place.sheet, address), table: tableAt({ sheet: place.sheet, address }, values) };
}
