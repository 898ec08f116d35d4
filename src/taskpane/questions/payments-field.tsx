import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { t } from "../../i18n";
import { AmountField, DateField } from "../kit/fields";
import { useSurroundings } from "../kit/surroundings";
import { paymentsIn, paymentsText, type TypedPayment } from "./payments";

const useStyles = makeStyles({
  payments: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
  cell: { flexGrow: 1, flexBasis: "120px", minWidth: 0 },
  button: { alignSelf: "flex-start" },
});

interface PaymentsFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

const NONE: TypedPayment = { on: "", amount: "" };

/** The day on which all was paid, or several payments with their amounts. */
export function PaymentsField({ value, onChange, ...field }: PaymentsFieldProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const rows = paymentsIn(value);
  const change = (at: number, part: Partial<TypedPayment>): void =>
    onChange(paymentsText(rows.map((row, index) => (index === at ? { ...row, ...part } : row))));
  const isSeveral = rows.length > 1;
  return (
    <div className={styles.payments} {...(isSeveral && { role: "group", "aria-label": field.label })}>
      {!isSeveral && <DateField {...field} value={rows[0]!.on} onChange={(on) => change(0, { on })} />}
      {isSeveral &&
        rows.map(({ on, amount }, index) => {
          const number = index + 1;
          return (
            <div key={index} className={styles.row}>
              <div className={styles.cell}>
                <DateField
                  label={t("pane:questions/payments/day", { number })}
                  required
                  value={on}
                  onChange={(text) => change(index, { on: text })}
                />
              </div>
              <div className={styles.cell}>
                <AmountField
                  label={t("pane:questions/payments/amount", { number })}
                  required
                  problem={amount !== "" && numbers.read(amount) === undefined ? field.problem : undefined}
                  value={amount}
                  onChange={(text) => change(index, { amount: text })}
                />
              </div>
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t("pane:questions/payments/remove", { number })}
                onClick={() => onChange(paymentsText(rows.filter((_, at) => at !== index)))}
              />
            </div>
          );
        })}
      <Button
        className={styles.button}
        size="small"
        icon={<AddRegular />}
        onClick={() => onChange(paymentsText([...rows, NONE]))}
      >
        {t("pane:questions/payments/add")}
      </Button>
    </div>
  );
}
