import { reasonOf } from "../../../src/taskpane/kit/outcome";
import { addTexts, reader } from "../../../src/i18n";
import { paneTexts } from "../../setup/pane-texts";

it("says what went wrong in the user's words, also where a part of the pane does not come", () => {
  addTexts("nl", "pane", paneTexts("nl"));
  reader.language = "nl";
  const missing = Object.assign(new Error("Loading chunk explain failed. (error: chunks/explain.js)"), {
    name: "ChunkLoadError",
  });
  expect(reasonOf(missing)).toBe(
    "Een deel van het taakvenster kon niet worden geladen. Controleer de verbinding en probeer opnieuw.",
  );
  expect(reasonOf(new Error("Het blad is beveiligd."))).toBe("Het blad is beveiligd.");
  expect(reasonOf("zo")).toBe("zo");
});
