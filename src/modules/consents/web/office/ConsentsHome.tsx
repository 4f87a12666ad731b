import { ChooseClass } from '#modules/identity/web/access/ChooseClass.tsx';
import { useWords } from '#web/page-context.tsx';
import { classConsentsAddress, purposesAddress } from '../addresses.ts';
import { consentsWords } from '../words.ts';
import './office.css';

/** `/consents`: straight to the first class of the only school, else a choice of schools. */
export function ConsentsHome() {
  const { office: words } = useWords(consentsWords);
  return (
    <ChooseClass
      look="school-choice"
      words={words}
      ofClass={classConsentsAddress}
      ofSchool={purposesAddress}
      schoolPlace={null}
    />
  );
}
