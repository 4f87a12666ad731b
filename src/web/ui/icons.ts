/** Icons of one family: 24 × 24, lines of 1.75, drawn for Parta. Each is the path of `<Icon>`. */
export const chevronLeft = 'M15 5l-7 7 7 7';
export const chevronRight = 'M9 5l7 7-7 7';
export const chevronDown = 'M6 9.5l6 6 6-6';
export const close = 'M6 6l12 12M18 6L6 18';
export const check = 'M5 12.5l4.5 4.5L19 7.5';
export const diary =
  'M12 6.5C10.5 5 8 4.5 3.5 4.5v13.5c4.5 0 7 .5 8.5 2 1.5-1.5 4-2 8.5-2V4.5C16 4.5 13.5 5 12 6.5zM12 6.5V20';
export const calendar =
  'M5 5.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1zM4 10h16M8.5 3v4.5M15.5 3v4.5';
export const marks = 'M4.5 3.5V20H20M9 16v-3.5M13.25 16V7.5M17.5 16v-6';
export const journal =
  'M5 4.5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM4 9.5h16M10 4.5v15M4 14.5h16';
export const person = 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.9-4 3.9-5.5 8-5.5s7.1 1.5 8 5.5';
export const paperclip =
  'M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7';
export const lock =
  'M6.5 11h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11';
export const eye =
  'M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z';
export const eyeOff =
  'M4 4l16 16M9.5 5.8A9 9 0 0 1 12 5.5c3.8 0 7 2 9.5 6.5a15 15 0 0 1-2.6 3.5M15.5 17.9a9 9 0 0 1-3.5.6c-3.8 0-7-2-9.5-6.5a14 14 0 0 1 3.6-4.3M10 10a3 3 0 0 0 4.2 4.2';
export const sun =
  'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4';
export const moon = 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z';
export const device =
  'M5 4.5h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM9 20h6M12 16.5V20';
export const phone = 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2';
export const signOut = 'M13.5 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h7.5M10 12h10M16.5 8.5L20 12l-3.5 3.5';
export const warning = 'M12 4.5L21 19.5H3zM12 10.5v4M12 17v.01';
export const offline =
  'M4 4l16 16M8.5 15.5a5 5 0 0 1 5-1.3M4.8 11.8a10.5 10.5 0 0 1 4.2-2.5M13 8.8a10.5 10.5 0 0 1 6.2 3M12 19v.01';
export const printer =
  'M7 8.5V4h10v4.5M7 17H4.5a.5.5 0 0 1-.5-.5V9a.5.5 0 0 1 .5-.5h15a.5.5 0 0 1 .5.5v7.5a.5.5 0 0 1-.5.5H17M7 14h10v6H7z';
export const people =
  'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.6 3-5 6.5-5s5.9 1.4 6.5 5M15.5 4.4a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .6 3.1 2.1 3.5 4.6';
export const download = 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14';
export const plus = 'M12 5v14M5 12h14';
export const register = 'M4 20V8l8-4.5L20 8v12M2.5 20h19M9.5 20v-5.5h5V20M12 8.5v2.5';
export const control =
  'M9 4.5h6v3H9zM9 6H6a1 1 0 0 0-1 1v12.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V7a1 1 0 0 0-1-1h-3M8.5 14l2.5 2.5 4.5-5';
export const clock = 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2';
export const key = 'M14.5 13.5a4.5 4.5 0 1 0-4-2.4L4 17.6V20.5h3.5v-2.5H10v-2.5h2l1-1.9M16 8.5v.01';
export const upload = 'M12 15V4M7.5 8.5L12 4l4.5 4.5M5 20h14';
export const sliders = 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5';
export const trash = 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10 11v5M14 11v5';
export const search = 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15.5 15.5L20.5 20.5';
export const signature = 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 17c1-2 2-2 2 0s2 1 4 0';
export const inbox =
  'M4 13.5l2.6-8a1 1 0 0 1 1-.7h8.8a1 1 0 0 1 1 .7l2.6 8V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20';
