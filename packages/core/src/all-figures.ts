import { benefits } from "../../../src/parameters/compiled/benefits";
import { company } from "../../../src/parameters/compiled/company";
import { contributions } from "../../../src/parameters/compiled/contributions";
import { funds } from "../../../src/parameters/compiled/funds";
import { passerelle } from "../../../src/parameters/compiled/passerelle";
import { pension } from "../../../src/parameters/compiled/pension";
import { status } from "../../../src/parameters/compiled/status";
import { hold } from "./tables";

/** Whoever asks a figure by its name may ask any. */
export const holdAll = (): void => hold({ benefits, company, contributions, funds, passerelle, pension, status });
