/** Names of the file format. */
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const EXTENSION = "http://schemas.microsoft.com/office/2011/relationships/webextension";
export const EXTENSION_KIND = "application/vnd.ms-office.webextension";
