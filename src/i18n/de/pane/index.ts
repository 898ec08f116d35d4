import benefits from "./benefits.json";
import calculator from "./calculator.json";
import explain from "./explain.json";
import field from "./field.json";
import funds from "./funds.json";
import projection from "./projection.json";
import shell from "./shell.json";
import start from "./start.json";
import workbook from "./workbook.json";
import year from "./year.json";

export default { ...shell, benefits, calculator, explain, field, funds, projection, start, workbook, year };
