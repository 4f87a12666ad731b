/** What `vite build` makes of `src/web/document.tsx`; it is not there before the first build. */
declare module '*/dist/ssr/render.js' {
  export const render: import('./main.ts').Render;
}
