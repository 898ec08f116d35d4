import type { Language } from "../../i18n";
import { t } from "../texts";
import { type ChartContent, pointsOf } from "./content";
import { written } from "./numbers";

/** What a chart shows, for whoever does not see it. */
export function chartInWords(content: ChartContent, language: Language): string {
  const points = pointsOf(content);
  const { kind, title, categories, series, format } = content;
  const said = title === "" ? t(`workbench:chart/kind/${kind}`) : `${t(`workbench:chart/kind/${kind}`)}. ${title}`;
  if (points.length === 0) return `${said}. ${t("workbench:chart/blank")}`;
  const least = points.reduce((one, other) => (other.value < one.value ? other : one));
  const most = points.reduce((one, other) => (other.value > one.value ? other : one));
  const where = ({ series: index, at }: (typeof points)[number]): string =>
    [series.length > 1 ? series[index]!.name : "", categories[at]!].filter((part) => part !== "").join(", ");
  return `${said}. ${t("workbench:chart/range", {
    least: written(least.value, format, language),
    leastAt: where(least),
    most: written(most.value, format, language),
    mostAt: where(most),
  })}`;
}
