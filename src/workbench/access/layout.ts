import { remember, remembered } from "./remembered";

/** Below it the pane lies over the sheet; workbench.css has the same width. */
const isNarrow = matchMedia("(max-width: 860px)");

const NARROWEST = 280;
const USUAL = 360;
/** What stays for the sheet. */
const SHEET = 320;
const STEP = 20;

const widest = (): number => Math.max(NARROWEST, window.innerWidth - SHEET);
const within = (width: number): number => Math.min(Math.max(Math.round(width), NARROWEST), widest());

interface Parts {
  readonly sheet: HTMLElement;
  readonly edge: HTMLElement;
  readonly pane: HTMLElement;
  readonly toggle: HTMLElement;
}

export interface Layout {
  /** What lies over the sheet goes, so that the sheet can be seen; whether there was something. */
  readonly showSheet: () => boolean;
  readonly showPane: () => void;
}

/** The pane beside the sheet, as wide as somebody likes it, or over it; it opens and closes. */
export function layOut({ sheet, edge, pane, toggle }: Parts): Layout {
  const root = document.documentElement;
  let wanted = Number(remembered("pane-width")) || USUAL;

  const size = (): void => {
    const width = within(wanted);
    root.style.setProperty("--pane", `${width}px`);
    edge.setAttribute("aria-valuemin", String(NARROWEST));
    edge.setAttribute("aria-valuemax", String(widest()));
    edge.setAttribute("aria-valuenow", String(width));
  };
  const resize = (width: number): void => {
    wanted = within(width);
    size();
  };
  const open = (isOpen: boolean): void => {
    root.dataset["pane"] = isOpen ? "open" : "closed";
    toggle.setAttribute("aria-expanded", String(isOpen));
    // Nobody comes by keyboard to what lies under the pane.
    sheet.inert = isOpen && isNarrow.matches;
  };
  const isOpen = (): boolean => root.dataset["pane"] === "open";
  const openFirst = (): void => open(!isNarrow.matches && remembered("pane") !== "closed");

  toggle.onclick = () => {
    open(!isOpen());
    if (!isNarrow.matches) remember("pane", isOpen() ? "open" : "closed");
    else if (isOpen()) pane.focus();
  };
  edge.onkeydown = (event) => {
    const width = {
      ArrowLeft: within(wanted) + STEP,
      ArrowRight: within(wanted) - STEP,
      Home: NARROWEST,
      End: widest(),
    }[event.key];
    if (width === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    resize(width);
    remember("pane-width", String(wanted));
  };
  edge.onpointerdown = (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    const fromRight = pane.getBoundingClientRect().width + event.clientX;
    edge.onpointermove = ({ clientX }) => resize(fromRight - clientX);
  };
  edge.onlostpointercapture = () => {
    edge.onpointermove = null;
    remember("pane-width", String(wanted));
  };
  edge.ondblclick = () => {
    resize(USUAL);
    remember("pane-width", String(wanted));
  };
  window.addEventListener("resize", size);
  isNarrow.onchange = openFirst;
  size();
  openFirst();
  return {
    showSheet: () => {
      const isOver = isNarrow.matches && isOpen();
      if (isOver) open(false);
      return isOver;
    },
    showPane: () => {
      if (!isOpen()) open(true);
    },
  };
}
