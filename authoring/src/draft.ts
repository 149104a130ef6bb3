/** A policy while it is written: JSON that may not be whole yet. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export interface Draft {
  readonly [key: string]: Json;
}
