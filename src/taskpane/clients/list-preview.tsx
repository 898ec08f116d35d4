import { Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { centsOf } from "../formula/call";
import { AnswerTable } from "../kit/answer-table";
import { useFiguresAction } from "../kit/figures-action";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";
import { amountIn, type Client, type Clients, columnName, headingOf, type Mapping } from "./clients";
import type { Table } from "./table";

const useStyles = makeStyles({
  name: { overflowWrap: "anywhere", minWidth: "72px" },
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, maxHeight: "240px", overflowY: "auto" },
  where: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

/** Rows that the pane shows; the sheet has all. */
const MOST_SHOWN = 50;
const MOST_PROBLEMS = 100;

interface ListPreviewProps {
  readonly clients: Clients;
  readonly table: Table;
  readonly mapping: Mapping;
  readonly onLetter: (client: Client) => void;
}

/** What the sheet will show, and what is to be put right first. */
export function ListPreview({ clients: { clients, failure }, table, mapping, onLetter }: ListPreviewProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const problems = clients.flatMap((client) => client.problems.map((problem) => ({ client, problem })));
  const wrong = new Set(problems.map(({ client }) => client)).size;
  const totals = clients.flatMap(({ account }) => amountIn(account, "total") ?? []).map(centsOf);
  const total = totals.reduce((sum, cents) => sum + cents, 0);
  const action = useFiguresAction([failure, ...problems.map(({ problem }) => problem.text)].join(" "));
  if (failure !== undefined)
    return (
      <Notice intent="error" {...action}>
        {failure}
      </Notice>
    );
  const answers = mapping.paid ? ["total", "settlement"] : ["total"];
  const amount = (client: Client, name: string): string => {
    const euros = amountIn(client.account, name);
    return euros === undefined ? "–" : numbers.amount(centsOf(euros));
  };
  const where = ({ row, cells }: Client, column: (typeof problems)[number]["problem"]["column"]): string => {
    const name = String(cells.name ?? "");
    const line = t(table.at ? "pane:clients/problem/row" : "pane:clients/problem/line", { row });
    const source = column && mapping[column];
    const place =
      column && source && "at" in source
        ? [t("pane:clients/problem/column", { heading: headingOf(table, source.at), column: columnName(column) })]
        : [];
    return [line, ...(name === "" ? [] : [name]), ...place].join(", ");
  };
  return (
    <>
      <Text as="p" className={styles.text}>
        {t("pane:clients/summary", {
          count: clients.length,
          total: numbers.euros(total),
        })}
      </Text>
      {wrong > 0 && (
        <Notice intent="warning" title={t("pane:clients/problem/title", { count: wrong })} {...action}>
          <ul className={styles.problems} tabIndex={0} aria-label={t("pane:clients/problem/list")}>
            {problems.slice(0, MOST_PROBLEMS).map(({ client, problem }) => (
              <li key={`${client.at} ${problem.column ?? ""} ${problem.text}`}>
                <span className={styles.where}>{where(client, problem.column)}</span>
                <br />
                {problem.text}
              </li>
            ))}
          </ul>
          {problems.length > MOST_PROBLEMS && (
            <div>{t("pane:clients/problem/more", { count: problems.length - MOST_PROBLEMS })}</div>
          )}
          <div>{t("pane:clients/problem/what")}</div>
        </Notice>
      )}
      <AnswerTable
        isTall
        label={t("pane:clients/preview")}
        heads={[
          t("pane:clients/column/name"),
          ...answers.map((answer) => t(`pane:clients/answer/${answer}`)),
          t("pane:clients/letter/short"),
        ]}
        isNumber={(column) => column > 0 && column <= answers.length}
        rows={clients.slice(0, MOST_SHOWN).map((client) => {
          const name = nameOf(client);
          return {
            key: client.at,
            cells: [
              <div key="name" className={styles.name}>
                {name}
              </div>,
              ...answers.map((answer) => amount(client, answer)),
              <Button
                key="letter"
                size="small"
                disabled={client.problems.length > 0}
                aria-label={t("pane:clients/letter/of", { name })}
                onClick={() => onLetter(client)}
              >
                {t("pane:clients/letter/short")}
              </Button>,
            ],
          };
        })}
      />
      <Caption1>
        {clients.length > MOST_SHOWN
          ? t("pane:clients/preview-first", { shown: MOST_SHOWN, count: clients.length })
          : t("pane:clients/preview-note")}
      </Caption1>
    </>
  );
}

/** A client without a name goes by the row. */
export const nameOf = ({ cells, row }: Client): string => {
  const name = String(cells.name ?? "").trim();
  return name === "" ? t("pane:clients/problem/row", { row }) : name;
};
