/** The part of functions.json that the workbench reads. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
  readonly result?: { readonly dimensionality?: "scalar" | "matrix" };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type?: "string" | "number" | "boolean" | "any";
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly customEnumId?: string;
}

export interface EnumMetadata {
  readonly id: string;
  readonly values: readonly { readonly name: string; readonly stringValue?: string }[];
}

export interface Metadata {
  readonly functions: readonly FunctionMetadata[];
  readonly enums?: readonly EnumMetadata[];
}
