/** @jest-environment jsdom */
import { detectHost, OfficeMissing, toldLanguage } from "../../src/host/detect";

beforeEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
  history.replaceState(null, "", "/taskpane.html");
  window.name = "";
  sessionStorage.clear();
  Object.assign(window.external, { GetHostInfo: undefined });
});

it("a page in a browser of its own needs no Office.js", async () => {
  await expect(detectHost()).resolves.toMatchObject({ name: "preview" });
  expect(toldLanguage()).toBe(navigator.language);
});

// Where Office.js itself looks for it.
it.each<[string, () => void]>([
  ["its address", () => history.replaceState(null, "", "/taskpane.html?_host_Info=Excel$Win32$16.01$nl-BE$$$$0")],
  ["its name", () => (window.name = JSON.stringify({ hostInfo: "Excel|Web|16.00|nl-BE|abc|isDialog" }))],
  ["the session", () => sessionStorage.setItem("hostInfoValue", "Excel$Mac$16.01$nl-BE$$$$0")],
  ["Office's own object", () => Object.assign(window.external, { GetHostInfo: () => "Excel$Win32$16.01$nl-BE" })],
])("an add-in whose Office.js did not come is told by %s, and so is its language", async (_, tell) => {
  tell();
  await expect(detectHost()).rejects.toBeInstanceOf(OfficeMissing);
  expect(toldLanguage()).toBe("nl-BE");
});
