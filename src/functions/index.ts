/** The bundle that Excel loads first. It registers every function and needs nothing but a global `CustomFunctions`. */
import "./generated/associations";
