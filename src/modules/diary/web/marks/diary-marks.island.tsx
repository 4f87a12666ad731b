export { Marks as Island } from './Marks.tsx';
