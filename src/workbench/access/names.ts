import { type Injector, LocaleService } from "@univerjs/core";
import { IMenuManagerService } from "@univerjs/preset-sheets-core";
import { t } from "../texts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** What the spreadsheet draws for the mouse only becomes a button that can be reached, named and pressed. */
const button = (name?: string): Attributes => ({ role: "button", tabindex: "0", "aria-label": name });
const named = (name?: string): Attributes => ({ "aria-label": name });
/** What shows a text has that for a name. */
const unlessTold = ({ textContent }: Element, name: string): string | undefined =>
  textContent.trim() === "" ? name : undefined;
const HIDDEN: Attributes = { "aria-hidden": "true", tabindex: "-1" };

const BAR = '[data-u-comp="formula-bar"]';
const SIGNS = `${BAR} div:has(> span + span + span) > span`;
const EDITOR_OF = (kind: string): string => `[id^="univer-doc-selection-container-"][id$="DOCS_${kind}"]`;
/** Those that have a name of the menu, of the bar of tabs, or none. */
const OTHER_TRIGGERS = "[data-u-command], [data-u-command] *, footer *";
const TABS = '[data-u-comp="slide-tab-bar"]';
const SWATCHES = '[data-slot$="-content"] button[style*="background-color"]:empty';
/** Colour and kind of a line, below the borders that can be drawn. */
const LINES = '[data-slot="popover-content"] div:has(> button[aria-haspopup="dialog"])';
const SCROLLERS =
  '#sheet footer div:not(:has(> div[aria-haspopup])) > button[data-u-comp="sheet-bar-append-button"]:not([inert])';
const ZOOM = '[role="track"], [data-statut="zoom"]';

/**
 * Names, roles and stops of all that the spreadsheet draws around its cells, in the language of the page: it names next to
 * nothing itself. Whatever it draws anew is named anew.
 */
export function nameControls(injector: Injector): void {
  const locale = injector.get(LocaleService);
  const menus = injector.get(IMenuManagerService);
  const word = (key: string): string => locale.t(key);

  const commands = (): Map<string, string> => {
    const items = menus.getFlatMenuByPositionKey("ribbon").flatMap(({ item }) => item ?? []);
    return new Map(items.map(({ id, tooltip, title }) => [id, tooltip ?? (title as string | undefined) ?? ""]));
  };

  const write = (): void => {
    const each = (selector: string, attributes: Attributes | ((element: HTMLElement) => Attributes)): void => {
      for (const element of document.querySelectorAll<HTMLElement>(selector)) {
        const wanted = typeof attributes === "function" ? attributes(element) : attributes;
        for (const [name, value] of Object.entries(wanted))
          if (value !== undefined && element.getAttribute(name) !== value) element.setAttribute(name, value);
      }
    };
    const keys = commands();
    const keyOf = (element: HTMLElement): string =>
      keys.get(element.closest<HTMLElement>("[data-u-command]")?.dataset["uCommand"] ?? "") ?? "";
    const nameOf = (element: HTMLElement): string => word(keyOf(element));

    each("canvas[data-u-comp]", { tabindex: "-1" });
    each('#sheet canvas[id^="univer-sheet-main-canvas"]', { role: "img", ...named(t("workbench:names/cells")) });
    each(EDITOR_OF("NORMAL"), { role: "region", ...named(t("workbench:names/input")) });
    each(EDITOR_OF("FORMULA_BAR"), { role: "region", ...named(t("workbench:names/formula")) });
    each(`${EDITOR_OF("NORMAL")} [data-u-comp="editor"]`, { role: "textbox", ...named(t("workbench:names/cell")) });
    each(`${EDITOR_OF("FORMULA_BAR")} [data-u-comp="editor"]`, {
      role: "textbox",
      ...named(t("workbench:names/formula")),
    });

    each('[data-u-comp="ribbon-toolbar"]', named(t("workbench:names/toolbar")));
    each("button[data-u-command]", (element) => named(unlessTold(element, nameOf(element))));
    each(".univer-toolbar-button-selector-main", (element) => button(unlessTold(element, nameOf(element))));
    // The ones that hold a field to type in are no buttons.
    each("[data-u-command] input", (element) => named(nameOf(element)));
    each("div[data-u-command][aria-haspopup]:has(input)", (element) => ({
      role: "combobox",
      ...named(nameOf(element)),
    }));
    each("div[data-u-command][aria-haspopup]:not(:has(input))", (element) =>
      button(unlessTold(element, nameOf(element))),
    );
    each("[data-u-command] [aria-haspopup]", (element) => {
      const choice = keyOf(element).replace(/\.main$/, ".right");
      return button(`${nameOf(element)}, ${word(choice)}`);
    });

    each(`div[type="button"][aria-haspopup]:not(${OTHER_TRIGGERS})`, button());

    each('[data-u-comp="defined-name"] input', named(t("workbench:names/box")));
    each('[data-u-comp="defined-name"] a', button(word("sheets-ui.definedName.featureTitle")));
    const signs = ["sheets-ui.button.cancel", "sheets-ui.button.confirm", "sheets-formula-ui.insert.tooltip"];
    signs.forEach((sign, index) => each(`${SIGNS}:nth-child(${index + 1})`, button(word(sign))));
    each(`${BAR} div.univer-w-5.univer-cursor-pointer`, button(t("workbench:names/bar")));
    each(`${BAR} > div > button`, named(word("sheets-ui.button.close")));

    each(TABS, named(t("workbench:names/tabs")));
    each("#sheet footer div[aria-haspopup]", button(t("workbench:names/sheets")));
    // A button in a button: the outer one is pressed.
    each("#sheet footer div[aria-haspopup] > button", { inert: "" });
    each("#sheet footer div:has(> div[aria-haspopup]) > button", named(t("workbench:names/newSheet")));
    each(`${SCROLLERS}:has(+ button)`, named(t("workbench:names/scrollLeft")));
    each(`${SCROLLERS}:not(:has(+ button))`, named(t("workbench:names/scrollRight")));
    // Two buttons do the same as what can only be dragged.
    each(ZOOM, { role: "none", "data-statut": "zoom", "aria-hidden": "true" });
    each(`:is(${ZOOM}) :is(a, button)`, HIDDEN);
    each(
      "#sheet footer div:has(> div > [data-statut=zoom]) > button:first-child",
      named(word("sheets-ui.shortcut.sheet.zoom-out")),
    );
    each(
      "#sheet footer div:has(> div > [data-statut=zoom]) > div + button",
      named(word("sheets-ui.shortcut.sheet.zoom-in")),
    );

    each('[data-u-comp="sidebar"]', named(t("workbench:names/sidebar")));
    each('[data-u-comp="sidebar"] header > button', named(word("sheets-ui.button.close")));
    each('[data-u-comp="sidebar"] > [role="separator"]', named(t("workbench:names/sidebar")));
    each("[data-slot=popover-content]", ({ id }) =>
      named(document.querySelector(`[aria-controls="${id}"]`)?.getAttribute("aria-label") ?? t("workbench:names/menu")),
    );
    each("[data-radix-popper-content-wrapper]", {
      role: "region",
      ...named(t("workbench:names/menu")),
    });
    each(SWATCHES, ({ style }) => named(style.backgroundColor));
    const lines = ["sheets-ui.borderLine.borderColor", "sheets-ui.borderLine.borderType"];
    lines.forEach((line, index) => each(`${LINES}:nth-child(${index + 1}) > button`, named(word(line))));

    for (const sidebar of document.querySelectorAll<HTMLElement>('[data-u-comp="sidebar"]'))
      sidebar.inert = sidebar.getAttribute("aria-expanded") === "false";
    each("section[data-react-aria-top-layer]", { role: "group", ...named(t("workbench:names/messages")) });
  };

  let isAwaited = false;
  const soon = (): void => {
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      isAwaited = false;
      write();
    });
  };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  locale.localeChanged$.subscribe(soon);
  write();
  letKeysPress();
}

/** Parts that give the focus to the cells as soon as they get it: right for a mouse, and no way to press them by keyboard. */
const GIVES_BACK = ["button", "sheet-bar-append-button"];

function letKeysPress(): void {
  const sheet = document.getElementById("sheet");
  window.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !sheet?.contains(target)) return;
      const part = target.dataset["uComp"] ?? "";
      if (!GIVES_BACK.includes(part) || !target.matches(":focus-visible")) return;
      delete target.dataset["uComp"];
      target.addEventListener("focusout", () => (target.dataset["uComp"] = part), { once: true });
    },
    { capture: true },
  );
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.defaultPrevented || (key !== "Enter" && key !== " ")) return;
    if (!(target instanceof HTMLElement) || target instanceof HTMLButtonElement) return;
    if (target.role !== "button" || target.closest("#pane")) return;
    event.preventDefault();
    target.click();
  });
}
