import type { FunctionId } from "../definitions";
import type { SheetPlan } from "../host/host";
import type { Form, TemplateId } from "./files";

export interface Template {
  readonly id: TemplateId;
  /**
   * The sheets, in the reader's language, the one that opens first in front. They come from the plans of the pane, with an example in the
   * place of what somebody would type there. The form without the add-in takes functions that have a native form, where there is the choice.
   */
  readonly sheets: (form: Form) => readonly SheetPlan[];
  /** Functions without a native form that the question cannot do without: what they answered stays, and the sheet says when it no longer holds. */
  readonly frozen?: readonly FunctionId[];
  /** Names that the sheets use, with the formulas that they stand for. */
  readonly names?: readonly { readonly name: string; readonly formula: string }[];
}
