/** A request was made, taken back or decided. For the office's queue. */
export const requestsChanged = 'onboarding.requestsChanged';
export type RequestsChangedName = typeof requestsChanged;
