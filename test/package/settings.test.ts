import { readFileSync } from "node:fs";

import { strFromU8, unzipSync } from "fflate";

import { read, write } from "../../src/package";
import { ADD_IN } from "../../src/package/settings";
import { fileOf } from "./file";

const sheets = [{ name: "A", cells: [] }];

test("the add-in goes by the id and version of the manifest", () => {
  const manifest = readFileSync("manifest.xml", "utf8");
  expect(manifest).toContain(`<Id>${ADD_IN.id}</Id>`);
  expect(manifest).toContain(`<Version>${ADD_IN.version}</Version>`);
});

test("what the add-in keeps is written where Excel keeps it: a property for each, as JSON", () => {
  const parts = unzipSync(
    write(
      {
        sheets,
        settings: [
          ["ownFigures", '{"a":"é<"}'],
          ["parameterYear", 2026],
          ["Office.DisableTrustUX", true],
        ],
      },
      [],
    ),
  );
  const part = strFromU8(parts["xl/webextensions/webextension1.xml"]!);
  expect(part).toContain(
    '<we:property name="ownFigures" value="&quot;{\\&quot;a\\&quot;:\\&quot;é&lt;\\&quot;}&quot;"/>',
  );
  expect(part).toContain('<we:property name="parameterYear" value="2026"/>');
  expect(part).toContain('<we:property name="Office.DisableTrustUX" value="true"/>');
  expect(strFromU8(parts["_rels/.rels"]!)).toContain('Target="xl/webextensions/taskpanes.xml"');
  // Nobody is asked for the add-in by opening the file.
  expect(strFromU8(parts["xl/webextensions/taskpanes.xml"]!)).toContain('visibility="0"');
});

test("a book without settings says nothing of the add-in", () => {
  expect(Object.keys(unzipSync(write({ sheets }, []))).filter((name) => name.includes("webextension"))).toEqual([]);
});

test("what Excel kept is read by either reference; what is no JSON is passed over", () => {
  const extension = (reference: string) =>
    `<we:webextension xmlns:we="x">${reference}<we:properties><we:property name="parameterYear" value="2027"/><we:property name="bad" value="{"/><we:property name="list" value="[1]"/></we:properties></we:webextension>`;
  for (const reference of [
    `<we:reference id="${ADD_IN.id.toUpperCase()}" storeType="Registry"/>`,
    `<we:reference id="WA1"/><we:alternateReferences><we:reference id="{${ADD_IN.id}}"/></we:alternateReferences>`,
  ]) {
    const { book } = read(fileOf({ "xl/webextensions/webextension2.xml": extension(reference) }), []);
    expect(book.settings).toEqual([["parameterYear", 2027]]);
  }
});
