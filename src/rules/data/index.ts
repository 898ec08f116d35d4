export { covered } from "./coverage";
export { sourcedFigure, statedFigure } from "./figure";
