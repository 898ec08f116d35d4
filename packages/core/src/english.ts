import messages from "../../../src/i18n/en/messages.json";
import explain from "../../../src/i18n/en/views/explain.json";
import { Language } from "./language";
import { spoken } from "./spoken";

/** The language of whoever names none. */
export const english = /* @__PURE__ */ new Language("en", /* @__PURE__ */ spoken({ messages, explain }));
