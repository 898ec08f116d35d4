import { Button, Caption1, makeStyles, Subtitle2, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useEffect, useMemo, useRef, useState } from "react";
import { reader, t } from "../../i18n";
import { ChoiceField, TypedField } from "../kit/fields";
import { useSurroundings } from "../kit/surroundings";
import type { Texts } from "./fields";
import { QuestionForm } from "./question-form";
import type { Question } from "./question";
import { GROUPS } from "./questions";
import { type Entry, found, nameOf } from "./search";

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
  where: { color: tokens.colorNeutralForeground3 },
  name: { display: "flex", flexDirection: "column" },
  back: { alignSelf: "flex-start", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** What somebody looks for: words, and one thing that happens in a life, "" for all. */
interface Sought {
  readonly text: string;
  readonly group: string;
}

/** Questions, each with a short form that ends in a formula. */
export function QuestionsView() {
  const styles = useStyles();
  const [chosen, choose] = useState<Question>();
  const [typed, setTyped] = useState<Readonly<Record<string, Texts>>>({});
  const [sought, seek] = useState<Sought>({ text: "", group: "" });
  const [left, setLeft] = useState<string>();
  const top = useRef<HTMLHeadingElement>(null);

  // The button that had the focus is gone.
  useEffect(() => {
    if (chosen) top.current?.focus();
  }, [chosen]);

  if (chosen === undefined) return <Questions sought={sought} onSeek={seek} focused={left} onChoose={choose} />;
  const back = (): void => {
    setLeft(chosen.key);
    choose(undefined);
  };
  return (
    <div className={styles.view}>
      <Button className={styles.back} appearance="subtle" size="small" icon={<ChevronLeftRegular />} onClick={back}>
        {t("pane:questions/back")}
      </Button>
      <h2 className={styles.chosen} ref={top} tabIndex={-1}>
        {t(`pane:questions/question/${chosen.key}`)}
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
  readonly sought: Sought;
  readonly onSeek: (sought: Sought) => void;
  /** The question that somebody comes back from. */
  readonly focused: string | undefined;
  readonly onChoose: (question: Question) => void;
}

function Questions({ sought, onSeek, focused, onChoose }: QuestionsProps) {
  const styles = useStyles();
  const { show } = useSurroundings();
  const { text, group } = sought;
  const entries = useMemo(() => found(text), [text, reader.language]);
  const shown = group === "" ? entries : entries.filter((entry) => entry.group === group);
  const open = ({ question, lead }: Entry): void => {
    if (question) onChoose(question);
    if (lead) show(lead.view);
  };
  const isSearch = text.trim() !== "";
  const groups = GROUPS.filter(({ key }) => shown.some((entry) => entry.group === key));
  const item = (entry: Entry) => (
    <li key={entry.key}>
      <Item entry={entry} withGroup={isSearch} isFocused={entry.key === focused} onOpen={() => open(entry)} />
    </li>
  );
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:questions/title")}
      </Subtitle2>
      <Text>{t("pane:questions/intro")}</Text>
      <TypedField
        label={t("pane:questions/search/label")}
        hint={t("pane:questions/search/hint")}
        value={text}
        input={{
          type: "search",
          onKeyDown: ({ key }) => {
            if (key === "Enter" && isSearch && shown[0]) open(shown[0]);
          },
        }}
        onChange={(next) => onSeek({ ...sought, text: next })}
      />
      <ChoiceField
        label={t("pane:questions/search/group")}
        value={group}
        choices={[
          { value: "", text: t("pane:questions/search/all") },
          ...GROUPS.map(({ key }) => ({ value: key, text: t(`pane:questions/group/${key}`) })),
        ]}
        onChange={(next) => onSeek({ ...sought, group: next })}
      />
      <div aria-live="polite">
        {isSearch && <Text>{t(`pane:questions/search/${countForm(shown.length)}`, { count: shown.length })}</Text>}
      </div>
      {isSearch ? (
        <ul className={styles.list}>{shown.map(item)}</ul>
      ) : (
        groups.map(({ key }) => (
          <section key={key} className={styles.group}>
            <Text as="h3" weight="semibold" className={styles.title}>
              {t(`pane:questions/group/${key}`)}
            </Text>
            <ul className={styles.list}>{shown.filter((entry) => entry.group === key).map(item)}</ul>
          </section>
        ))
      )}
    </div>
  );
}

const countForm = (count: number): string => (count === 0 ? "none" : count === 1 ? "one" : "other");

interface ItemProps {
  readonly entry: Entry;
  /** Among what was found its group says where it belongs. */
  readonly withGroup: boolean;
  readonly isFocused: boolean;
  readonly onOpen: () => void;
}

function Item({ entry, withGroup, isFocused, onOpen }: ItemProps) {
  const styles = useStyles();
  const { lead, group } = entry;
  const below = lead ? t("pane:questions/search/view", { view: t(`pane:tab/${lead.view}`) }) : undefined;
  const where = below ?? (withGroup ? t(`pane:questions/group/${group}`) : undefined);
  return (
    <Button
      autoFocus={isFocused}
      className={styles.question}
      appearance="subtle"
      icon={lead ? <OpenRegular /> : <ChevronRightRegular />}
      iconPosition="after"
      aria-description={where}
      onClick={onOpen}
    >
      {where === undefined ? (
        nameOf(entry)
      ) : (
        <span className={styles.name}>
          {nameOf(entry)}
          <Caption1 aria-hidden className={styles.where}>
            {where}
          </Caption1>
        </span>
      )}
    </Button>
  );
}
