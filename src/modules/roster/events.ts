/** Classes, groups, guardians or the load changed. Topics: the classes and pages concerned. Readers read anew. */
export const rosterChanged = 'roster.rosterChanged';
export type RosterChangedName = typeof rosterChanged;

export type RosterChanged = { readonly classIds: readonly string[] };
