/** The short cuts of test/setup/quick-dom.ts and quick-jsdom.js give what the long ways do. */

test("labels are those whose control is the field", () => {
  document.body.innerHTML = `
    <label for="one">First</label><label for="one">Second <input id="inside"></label>
    <input id="one"><input id="one"><label>Around <b><select></select><button></button></b></label>
    <label for="">Of nothing <input></label><label for="text">No field</label><p id="text"></p><meter></meter>`;
  const labels = [...document.querySelectorAll("label")];
  const fields = [...document.querySelectorAll<HTMLInputElement>("input, select, button, meter")];
  expect(fields.map((field) => [...field.labels!])).toEqual(
    fields.map((field) => labels.filter(({ control }) => control === field)),
  );
  expect(fields.map((field) => field.labels!.length)).toEqual([0, 2, 0, 1, 0, 0, 0]);
});

// As jsdom gives them by itself: it has no word for what is inline.
test("styles are those of the rules that a browser has, and of ours", () => {
  document.head.innerHTML = `<style>
    .gone, .far .off { display: none }
    p.narrow { display: flex }
    a[title="x, y"], .unknown { visibility: hidden }
    @media print { div { display: none } }
    :is(em, strong) { display: grid }
  </style>`;
  document.body.innerHTML = `
    <div></div><span></span><div hidden></div><input type="hidden"><table></table><li></li><style></style>
    <i class="also gone"></i><p class="far"><u class="off"></u></p><p class="narrow"></p><em></em><a title="x, y"></a><i class="gon"></i>`;
  const shown = [...document.body.querySelectorAll("*")].map((one) => {
    const { display, visibility } = getComputedStyle(one);
    return `${display} ${visibility}`;
  });
  expect(shown).toEqual([
    ...["block visible", " visible", "none visible", "none visible", "table visible", "list-item visible"],
    ...["none visible", "none visible", "block visible", "none visible", "flex visible", "grid visible"],
    ...[" hidden", " visible"],
  ]);
});
