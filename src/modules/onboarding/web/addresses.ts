/** Where the school’s queue of requests stands. */
export const requestsAddress = '/requests';

export const schoolRequestsAddress = (schoolId: number): string => `${requestsAddress}/${schoolId}`;
