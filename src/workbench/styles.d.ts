/** Style sheets that webpack puts on the page. */
declare module "*.css";
