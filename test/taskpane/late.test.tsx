import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { ask } from "../../src/taskpane/questions/answers";
import type { Texts } from "../../src/taskpane/questions/fields";
import { QuestionsView } from "../../src/taskpane/questions/questions-view";
import { LATE } from "../../src/taskpane/questions/late-questions";
import { paymentsText } from "../../src/taskpane/questions/payments";
import type { Question } from "../../src/taskpane/questions/question";
import { numbersOf } from "../../src/taskpane/kit/numbers";
import { casesOf, shown } from "../golden/harness";
import { FakeHost } from "./fake-host";
import { registerFunctions, renderView } from "./setup";

const QUESTIONS: readonly Question[] = LATE.questions;

/** A form offers no word that there is not. */
const NOT_TYPED = new Set(["rule-prescription-unknown-kind"]);

const cases = casesOf("contributions").flatMap((one) => {
  const question = QUESTIONS.find(({ id }) => id === one.function);
  return question && !NOT_TYPED.has(one.id) ? [[one.id, one, question] as const] : [];
});

describe("what the forms answer is what the rule book says", () => {
  beforeAll(registerFunctions);

  const typed = (value: unknown): string =>
    Array.isArray(value)
      ? paymentsText((value as [string, string][]).map(([on, amount]) => ({ on, amount })))
      : String(value);

  it.each(cases)("%s", (_, { inputs, expected }, question) => {
    const texts: Texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, typed(value)]));
    const { problems, call } = ask(question, texts, 2026, numbersOf("en-GB"));
    expect(problems).toEqual({});
    const { result } = call!;
    expect(result.ok ? result.value : result.code).toBe(shown(expected));
  });

  it("has a case for each question", () => {
    expect([...new Set(cases.map(([, , { key }]) => key))].sort()).toEqual(QUESTIONS.map(({ key }) => key).sort());
  });
});

describe("the forms", () => {
  let host: FakeHost;
  let user: UserEvent;

  const open = async (name: string, language?: string): Promise<void> => {
    host = new FakeHost(language);
    user = userEvent.setup();
    await renderView(<QuestionsView />, host);
    await user.click(await screen.findByRole("button", { name }));
  };
  const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it("take one payment, or several with their amounts", async () => {
    await open("Surcharges on a contribution paid late");
    fill(/^Contribution not paid in time/, "1,000");
    fill(/^Last day to pay/, "2025-03-31");
    fill(/^Day of payment/, "2026-02-15");
    // rule-surcharge-1: a whole year late.
    expect(screen.getByText("€190.00")).toBeVisible();
    expect(screen.getByText("=INASTI.SURCHARGE(1000,DATE(2025,3,31),DATE(2026,2,15))")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: /^Step by step/ }));
    // Four quarter ends at 3 %, and 7 % at the end of the year, with their articles.
    expect(screen.getAllByText("€30.00")).toHaveLength(4);
    expect(screen.getAllByText("€70.00")).toHaveLength(1);
    expect(screen.getAllByText(/44bis/i)).toHaveLength(1);

    await user.click(await screen.findByRole("button", { name: "Add a payment" }));
    expect(screen.getByRole("button", { name: "Insert as formula" })).toBeDisabled();
    const rows = screen.getByRole("group", { name: "Day of payment" });
    expect(within(rows).getByLabelText(/^Payment 1 on/)).toHaveValue("2026-02-15");
    fill(/^Payment 1 on/, "2025-05-01");
    fill(/^Amount 1/, "400");
    fill(/^Payment 2 on/, "2026-01-15");
    fill(/^Amount 2/, "much");
    expect(screen.getByLabelText(/^Amount 2/)).toBeInvalid();
    expect(screen.getByLabelText(/^Amount 1/)).not.toBeInvalid();
    fill(/^Amount 2/, "600");
    // rule-surcharge-parts: 30 + 18 + 18 + 18 + 42.
    expect(screen.getByText("€126.00")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Insert as formula" }));
    expect(host.blocks[0]!.rows[0]![0]!.content).toBe(
      '=INASTI.SURCHARGE(1000,DATE(2025,3,31),{"2025-05-01",400;"2026-01-15",600})',
    );

    await user.click(await screen.findByRole("button", { name: "Remove payment 2" }));
    expect(screen.getByLabelText(/^Day of payment/)).toHaveValue("2025-05-01");
    // All was paid in the second quarter: one quarter end was missed.
    expect(screen.getByText("€30.00")).toBeVisible();
  });

  it("say what a dispense is, and for whom there is none", async () => {
    await open("Dispense de cotisations\u00A0: dernier jour de la demande", "fr-BE");
    expect(screen.getByText(/^L’INASTI décide de la demande/)).toBeVisible();
    fill(/^Jour du trimestre, ou du décompte/, "2025-02-15");
    // rule-dispense-2025q1
    expect(screen.getByText("31/03/2026")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Plus de précisions" }));
    await user.selectOptions(await screen.findByRole("combobox", { name: "Catégorie" }), "complementary");
    expect(screen.queryByText("31/03/2026")).not.toBeInTheDocument();
    expect(screen.getByText(/titre complémentaire/, { selector: "[class*=MessageBar] *" })).toBeVisible();
  });
});
