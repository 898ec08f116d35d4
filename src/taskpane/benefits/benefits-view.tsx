import { Button, makeStyles, Subtitle2, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useEffect, useRef, useState } from "react";
import { t } from "../../i18n";
import type { Texts } from "./answers";
import { QuestionForm } from "./question-form";
import { GROUPS, type Question } from "./questions";

const useStyles = makeStyles({
  title: { margin: 0 },
  chosen: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: "none" },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  question: {
    justifyContent: "space-between",
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
  },
  back: { alignSelf: "flex-start", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Questions, each with a short form that ends in a formula. */
export function BenefitsView() {
  const styles = useStyles();
  const [chosen, choose] = useState<Question>();
  const [typed, setTyped] = useState<Readonly<Record<string, Texts>>>({});
  const [left, setLeft] = useState<string>();
  const top = useRef<HTMLHeadingElement>(null);

  // The button that had the focus is gone.
  useEffect(() => {
    if (chosen) top.current?.focus();
  }, [chosen]);

  if (chosen === undefined) return <Questions focused={left} onChoose={choose} />;
  const back = (): void => {
    setLeft(chosen.key);
    choose(undefined);
  };
  return (
    <div className={styles.view}>
      <Button className={styles.back} appearance="subtle" size="small" icon={<ChevronLeftRegular />} onClick={back}>
        {t("pane:benefits/back")}
      </Button>
      <h2 className={styles.chosen} ref={top} tabIndex={-1}>
        {t(`pane:benefits/question/${chosen.key}`)}
      </h2>
      <QuestionForm
        key={chosen.key}
        question={chosen}
        texts={typed[chosen.key] ?? {}}
        onChange={(texts) => setTyped({ ...typed, [chosen.key]: texts })}
      />
    </div>
  );
}

interface QuestionsProps {
  /** The question that somebody comes back from. */
  readonly focused: string | undefined;
  readonly onChoose: (question: Question) => void;
}

function Questions({ focused, onChoose }: QuestionsProps) {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:benefits/title")}
      </Subtitle2>
      <Text>{t("pane:benefits/intro")}</Text>
      {GROUPS.map(({ key: group, questions }) => (
        <section key={group} className={styles.group}>
          <Text as="h3" weight="semibold" className={styles.title}>
            {t(`pane:benefits/group/${group}`)}
          </Text>
          <ul className={styles.list}>
            {questions.map((question) => (
              <li key={question.key}>
                <Button
                  autoFocus={question.key === focused}
                  className={styles.question}
                  appearance="subtle"
                  icon={<ChevronRightRegular />}
                  iconPosition="after"
                  onClick={() => onChoose(question)}
                >
                  {t(`pane:benefits/question/${question.key}`)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
