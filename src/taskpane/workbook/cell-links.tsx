import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { inSheet } from "../../formula/addresses";
import type { Place } from "../../host/host";
import { t } from "../../i18n";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

/** Selects its cell, and says so where that is gone. */
export function CellLink({ place, children }: { readonly place: Place; readonly children: string }) {
  const { host } = useSurroundings();
  const [isGone, setGone] = useState(false);
  const select = (): void => {
    host.select(place).then(
      () => setGone(false),
      () => setGone(true),
    );
  };
  return (
    <>
      <Link
        as="button"
        inline
        aria-label={t("pane:workbook/select", { address: inSheet(place.sheet, place.address) })}
        onClick={select}
      >
        {children}
      </Link>
      <span role="status">{isGone && ` ${t("pane:workbook/gone")}`}</span>
    </>
  );
}

const MOST = 20;

interface ListedPlace extends Place {
  /** What is to be said of this one. */
  readonly detail?: string | undefined;
}

/** Some cells of several sheets. */
export function CellLinks({ places }: { readonly places: readonly ListedPlace[] }) {
  const { list } = useStyles();
  return (
    <ul className={list}>
      {places.slice(0, MOST).map(({ sheet, address, detail }) => (
        <li key={inSheet(sheet, address)}>
          <CellLink place={{ sheet, address }}>{inSheet(sheet, address)}</CellLink>
          {detail !== undefined && <code> {detail}</code>}
        </li>
      ))}
      {places.length > MOST && <li>{t("pane:workbook/more", { count: places.length - MOST })}</li>}
    </ul>
  );
}
