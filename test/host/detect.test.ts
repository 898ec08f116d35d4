import { detectHost } from "../../src/host/detect";

const office = (host: string | null): void => {
  Object.assign(globalThis, { Office: { HostType: { Excel: "Excel" }, onReady: () => Promise.resolve({ host }) } });
};

it.each([
  ["Excel", "excel"],
  [null, "preview"],
  ["PowerPoint", "preview"],
])("inside %s it is the %s host", async (host, expected) => {
  office(host);
  await expect(detectHost()).resolves.toMatchObject({ name: expected, hasWorkbook: expected === "excel" });
});

it("is the preview where Office.js could not be loaded", async () => {
  Reflect.deleteProperty(globalThis, "Office");
  await expect(detectHost()).resolves.toMatchObject({ name: "preview" });
});
