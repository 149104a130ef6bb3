/** Version of the package; package.json is checked against it. */
export const VERSION = '0.1.0';
