import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { noteCalculation } from "../../../src/page/calculation";
import { shared } from "../../../src/page/shared";
import { dataVersion } from "../../../src/parameters";
import { Chunk } from "../../../src/taskpane/shell/chunk";
import { Pane } from "../../../src/taskpane/shell/pane";
import { reload, takeUpAgain, wasReloaded } from "../../../src/taskpane/shell/reload";
import { FakeHost, NEW_WORKBOOK } from "../fake-host";
import { registerFunctions, renderView } from "../setup";

const CELL = { sheet: "Sheet1", address: "A1", formula: "=INASTI.VERSION()", values: [["x"]], note: null };

let host: FakeHost;

beforeAll(registerFunctions);

beforeEach(() => {
  host = new FakeHost();
  sessionStorage.clear();
  Object.assign(shared("calculation", {}), { begun: false, listener: null });
});

it("a page knows once that it was loaded anew by us", () => {
  // jsdom loads no page, and says so.
  const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
  expect(wasReloaded()).toBe(false);
  reload();
  expect([wasReloaded(), wasReloaded()]).toEqual([true, false]);
  quiet.mockRestore();
});

describe("cells that a page finds when it is loaded anew", () => {
  it("are none: nothing is calculated", async () => {
    host.cells = [{ ...CELL, formula: "=SUM(A1)" }];
    expect(await takeUpAgain(host, dataVersion)).toEqual({});
    expect(host.recalculations).toBe(0);
  });

  it.each([null, dataVersion])("are calculated with the data that they have: %s", async (version) => {
    host.cells = [CELL];
    const taking = takeUpAgain(host, version);
    setTimeout(noteCalculation, 150);
    expect(await taking).toEqual({});
    expect(host.recalculations).toBe(1);
  });

  it("are left to the user where the data are others, or Excel refuses", async () => {
    host.cells = [CELL];
    expect(await takeUpAgain(host, "2020-01-01 abc")).toEqual({ reloaded: "due" });
    expect(host.recalculations).toBe(0);
    host.recalculate = () => Promise.reject(new Error("a cell is being edited"));
    expect(await takeUpAgain(host, dataVersion)).toEqual({ reloaded: "due" });
  });

  it("may find no ear in Excel: the workbook is to be opened again", async () => {
    host.cells = [CELL];
    expect(await takeUpAgain(host, dataVersion)).toEqual({ reloaded: "silent" });
  }, 15_000);

  it("are told of, with the way out", async () => {
    await renderView(null, host);
    localStorage.setItem("statut-social.started", "yes");
    const { unmount } = render(
      <Pane host={host} opened={{ ...NEW_WORKBOOK, takenUp: Promise.resolve({ reloaded: "due" }) }} />,
    );
    expect(await screen.findByText(/^The add-in was loaded again\. Excel calculates a cell only/)).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Recalculate all" }));
    await waitFor(() => expect(screen.queryByText(/^The add-in was loaded again/)).not.toBeInTheDocument());
    expect(host.recalculations).toBe(1);
    unmount();
    render(<Pane host={host} opened={{ ...NEW_WORKBOOK, takenUp: Promise.resolve({ reloaded: "silent" }) }} />);
    expect(await screen.findByText(/Save the workbook, close it and open it again\.$/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Recalculate all" })).not.toBeInTheDocument();
  });
});

describe("a part that cannot be had", () => {
  const Broken = () => {
    throw new Error("chunk not found");
  };

  const show = async (page: () => Promise<Partial<Response>>): Promise<void> => {
    jest.spyOn(console, "error").mockImplementation(() => undefined);
    globalThis.fetch = jest.fn(page) as never;
    await renderView(
      <Chunk>
        <Broken />
      </Chunk>,
      host,
    );
  };

  const served = (script: string) => () =>
    Promise.resolve({ ok: true, text: () => Promise.resolve(`<script src="${script}"></script>`) });

  beforeEach(() => {
    document.head.innerHTML = '<script src="taskpane.js?abc" type="none"></script>';
  });

  afterEach(() => {
    jest.restoreAllMocks();
    document.head.innerHTML = "";
  });

  it("is of the version before, where the server has another one", async () => {
    await show(served("taskpane.js?def"));
    expect(await screen.findByText("The add-in was updated.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Load again" })).toBeVisible();
  });

  it.each<[string, () => Promise<Partial<Response>>]>([
    ["has the same", served("taskpane.js?abc")],
    ["is out of reach", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["has none", () => Promise.resolve({ ok: false })],
  ])("waits for the connection, where the server %s", async (_, page) => {
    await show(page);
    await waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
    expect(screen.getByText("This part of the pane could not be loaded.")).toBeVisible();
    expect(screen.queryByText("The add-in was updated.")).not.toBeInTheDocument();
  });
});
