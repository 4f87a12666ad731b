/** The date of a moment where the school is. */
export const dayIn = (moment: string, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment));
