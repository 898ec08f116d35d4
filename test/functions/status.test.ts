import { sourceFunctions } from "../setup/excel";

const functions = sourceFunctions();
const status = (...args: unknown[]) => functions.get("INASTI.STATUS")!(...args);

test.each([
  ["salarié", [0.5], "complementary"],
  ["Werknemer", ["50 %"], "complementary"],
  ["uitzendkracht", [0.4], "principal"],
  ["enseignant nommé", ["0,55"], "article-37"],
  ["vastbenoemd leraar", [0.6], "complementary"],
  ["fonctionnaire", [1, null, 8], "complementary"],
  ["Beamter", [1, 199.5], "principal"],
  ["marié", [], "article-37"],
  ["overlevingspensioen", [], "article-37"],
  ["mandat politique", [], "article-37"],
  ["handicap reconnu", [], "article-37"],
  ["aucune", [], "principal"],
])("%s %p is %s", (occupation, rest, expected) => expect(status(occupation, ...rest)).toBe(expected));

test("19 hours of 38 are half, whatever a calculation leaves behind the fifteenth digit", () => {
  expect(status("employee", 19 / 38)).toBe("complementary");
  expect(status("tenured-teacher", 0.1 * 6)).toBe("complementary");
  expect(status("tenured-teacher", 0.6 - 1e-16)).toBe("complementary");
});

test("a replacement income is compared with the minimum of 1 January", () => {
  // 12,467.14 × 1.7069 / 12, cut to the cent as the prints of 02/2025 are.
  expect(status("chômage", null, null, null, 1773.34, "2025-06-01")).toBe("complementary");
  expect(status("chômage", null, null, null, 1773.33, "2025-06-01")).toBe("principal");
});

test.each([
  ["mutuelle", "ziekte-uitkering", "Krankengeld", "sickness benefit"],
  ["pension", "pensioen", "Ruhestandspension", "retirement pension"],
  ["pension de retraite", "rustpensioen", "Altersrente", "pension"],
  ["demandeur d’emploi", "werkzoekende", "Arbeitslosengeld", "job seeker"],
  ["allocation d’insertion", "inschakelingsuitkering", "Eingliederungsgeld", "unemployment benefit"],
])("a benefit or pension by its name: %s, %s, %s, %s", (...words) => {
  for (const word of words) {
    expect(status(word, null, null, null, 1444.36, "2022-06-01")).toBe("complementary");
    expect(status(word, null, null, null, 1444.35, "2022-06-01")).toBe("principal");
  }
});

test.each(["bourgmestre", "burgemeester", "Bürgermeister", "mayor"])("%s is a political mandate", (word) => {
  expect(status(word)).toBe("article-37");
});

test("a minimum that is not held for that 1 January", () => {
  expect(() => status("chômage", null, null, null, 1500, "2017-06-01")).toThrow("2018");
  expect(() => status("chômage", null, null, null, 1900, "2027-06-01")).toThrow();
});

test("arguments that the occupation does not use must be legal all the same", () => {
  expect(status("employee", 0.5, 10, 1, 100)).toBe("complementary");
  expect(() => status("married", 1.6)).toThrow("between 0 and 1.5");
  expect(() => status("married", null, null, null, -1)).toThrow("negative");
});

test.each(["étudiant", "student-zelfstandige", "conjoint aidant", "pensionné"])(
  "%s is a category of its own",
  (word) => {
    expect(() => status(word)).toThrow("category of its own");
  },
);

test("what an occupation needs is named", () => {
  expect(() => status("employee")).toThrow("workShare is missing");
  expect(() => status("civil-servant", 0.8)).toThrow("daysPerYear / monthsPerYear is missing");
  expect(() => status("replacement-income")).toThrow("the amount decides");
});
