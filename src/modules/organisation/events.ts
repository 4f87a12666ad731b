/**
 * The frame of the school changed: its card, settings, year, grading periods, breaks, bells, scales. Topic: the whole school,
 * or its staff where families see nothing of it. Readers read anew.
 */
export const frameChanged = 'organisation.frameChanged';

export type FrameChanged = { readonly what: 'card' | 'settings' | 'year' | 'bells' | 'scales' };
