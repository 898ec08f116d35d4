import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { reader, t } from "../../i18n";
import { coverage, dataVersion, SUBJECTS } from "../../parameters";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  note: { flexBasis: "100%" },
  summary: { cursor: "pointer" },
  until: { display: "block" },
  table: { borderCollapse: "collapse", marginTop: tokens.spacingVerticalXS },
  cell: { textAlign: "start", verticalAlign: "top", paddingRight: tokens.spacingHorizontalM, fontWeight: "normal" },
});

/** Which data the figures come from, and until when they know each domain; opened, since when too. */
export function DataNote() {
  const { note, summary, until, table, cell } = useStyles();
  const { numbers } = useSurroundings();
  const heads = [t("column/domain"), t("pane:data/from"), t("pane:data/to")];
  return (
    <Caption1 as="span" className={note}>
      <details>
        <summary className={summary}>
          {t("pane:data/summary", { version: dataVersion.split(" ")[0]! })}
          {known(numbers).map((line) => (
            <span key={line} className={until}>
              {line}
            </span>
          ))}
        </summary>
        <table className={table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SUBJECTS.map((subject) => (
              <tr key={subject}>
                <th scope="row" className={cell}>
                  {t(`domain/${subject}`)}
                </th>
                <td className={cell}>{numbers.day(coverage[subject].from)}</td>
                <td className={cell}>{numbers.day(coverage[subject].to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Caption1>
  );
}

/** Until when which domains are known, the latest day first. */
function known(numbers: Numbers): string[] {
  const lists = new Intl.ListFormat(reader.language, { type: "conjunction" });
  const days = [...new Set(SUBJECTS.map((subject) => coverage[subject].to))].sort((a, b) => b - a);
  return days.map((day) => {
    const domains = SUBJECTS.filter((subject) => coverage[subject].to === day).map((one) => t(`domain/${one}`));
    return t("pane:data/until", { day: numbers.day(day), domains: lists.format(domains) });
  });
}
