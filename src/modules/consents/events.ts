/** Somebody signed, refused or withdrew; or what the school asks for changed. Its lists read again. */
export const consentsChanged = 'consents.consentsChanged';
export type ConsentsChangedName = typeof consentsChanged;
