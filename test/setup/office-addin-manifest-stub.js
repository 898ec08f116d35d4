/** What office-addin-mock takes from office-addin-manifest, whose own dependencies are ES modules that Jest does not load. */
const OfficeApp = { Excel: "Workbook", Outlook: "Mailbox" };

module.exports = {
  OfficeApp,
  getOfficeApps: () => Object.values(OfficeApp),
  parseOfficeApp: (text) => Object.values(OfficeApp).find((app) => app === text),
};
