import { t } from "../texts";

/** A file that is drawn over the page opens where it is let go; before, the page says so. Anything else goes where it went. */
export function hearDrops(opened: (files: readonly File[]) => void): void {
  const zone = document.createElement("div");
  zone.id = "drop";
  zone.hidden = true;
  document.body.append(zone);
  const brings = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const hear = (type: "dragenter" | "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void): void =>
    addEventListener(
      type,
      (event) => {
        if (!brings(event)) return;
        // The browser would open the file in the place of the page, and the spreadsheet as a picture.
        event.preventDefault();
        event.stopPropagation();
        act(event);
      },
      true,
    );
  const show = (): void => {
    zone.textContent = t("workbench:file/drop");
    zone.hidden = false;
  };
  hear("dragenter", show);
  hear("dragover", (event) => {
    event.dataTransfer!.dropEffect = "copy";
  });
  hear("dragleave", (event) => {
    if (event.relatedTarget === null) zone.hidden = true;
  });
  hear("drop", (event) => {
    zone.hidden = true;
    opened([...event.dataTransfer!.files]);
  });
}
