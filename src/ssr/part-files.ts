/** File names of the parts of the ready-made file, by their names. Filled in when they are built. */
export const PART_FILES: Readonly<Record<string, string>> = {};
