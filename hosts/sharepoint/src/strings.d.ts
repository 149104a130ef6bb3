/** The texts of the pane, in the language of SharePoint: loc/. */
declare module 'PolicyWebPartStrings' {
  export const Address: string;
  export const Language: string;
  export const LanguageOfPage: string;
  export const Endpoint: string;
  export const Resource: string;
}
