import { useWords } from '#web/page-context.tsx';
import { classAccessAddress, staffAccessAddress } from './addresses.ts';
import { ChooseClass } from './ChooseClass.tsx';
import { accessWords } from './words.ts';
import './access.css';

/** `/access`: straight to the first class of the only school, else a choice of schools. */
export function AccessHome() {
  const words = useWords(accessWords);
  return (
    <ChooseClass
      look="access access-schools"
      words={words}
      ofClass={classAccessAddress}
      ofSchool={staffAccessAddress}
      schoolPlace={words.staff}
    />
  );
}
