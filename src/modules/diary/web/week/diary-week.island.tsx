export { Week as Island } from './Week.tsx';
