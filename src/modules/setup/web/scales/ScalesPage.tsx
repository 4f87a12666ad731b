import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { plus } from '#web/ui/icons.ts';
import { MarkChip } from '#web/ui/MarkChip.tsx';
import type { MarkBand } from '#web/ui/mark-names.ts';
import type { MarkScale, MarkScales } from '../../scales/contract.ts';
import { frameChanged } from '../news.ts';
import { SetUpHead } from '../SetUpHead.tsx';
import { setUpWords } from '../words.ts';
import { ScalePages } from './ScalePages.tsx';
import { ScaleSheet } from './ScaleSheet.tsx';
import { type Band, template } from './templates.ts';
import './scales.css';

/** `/school/:schoolId/scales`: what marks there are, what each counts, and which journals have which. */
export function ScalesPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead({ schoolId, key: 'scales', follows: [frameChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/mark-scales', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <Scales schoolId={schoolId} reply={reply} reread={reread} />
    </>
  );
}

type Opened = { readonly kind: 'scale' | 'pages'; readonly scale: MarkScale } | null;
type Props = { readonly schoolId: number; readonly reply: MarkScales; readonly reread: () => void };

function Scales({ schoolId, reply, reread }: Props) {
  const { scales: words, readOnly } = useWords(setUpWords);
  const [opened, setOpened] = useState<Opened>(null);
  const { scales, subjects, mayWrite } = reply;
  const close = () => setOpened(null);
  return (
    <div class="set-up scales">
      <SetUpHead
        schoolId={schoolId}
        view="scales"
        title={words.title}
        context={mayWrite ? words.about : readOnly}
      >
        {mayWrite ? (
          <Button onClick={() => setOpened({ kind: 'scale', scale: newScale() })}>
            <Icon path={plus} size={18} />
            {words.add}
          </Button>
        ) : null}
      </SetUpHead>
      {scales
        .toSorted((one, other) => Number(one.isRetired) - Number(other.isRetired))
        .map((scale) => (
          <section key={scale.id} class="card scales__scale" aria-labelledby={`scale-${scale.id}`}>
            <div class="card__head">
              <h2 id={`scale-${scale.id}`}>
                {scale.name}
                {scale.isUsual ? <span class="tag">{words.usualTag}</span> : null}
                {scale.isRetired ? <span class="tag">{words.retiredTag}</span> : null}
              </h2>
              <span class="quiet">{words.pages(scale.pages)}</span>
            </div>
            <Values scale={scale} />
            {mayWrite ? (
              <div class="card__acts">
                <Button onClick={() => setOpened({ kind: 'scale', scale })}>{words.change}</Button>
                {scale.isRetired ? null : (
                  <Button onClick={() => setOpened({ kind: 'pages', scale })}>{words.giveToPages}</Button>
                )}
              </div>
            ) : null}
          </section>
        ))}
      {opened?.kind === 'scale' ? (
        <ScaleSheet schoolId={schoolId} scale={opened.scale} reread={reread} close={close} />
      ) : null}
      {opened?.kind === 'pages' ? (
        <ScalePages
          schoolId={schoolId}
          scale={opened.scale}
          scales={scales}
          subjects={subjects}
          reread={reread}
          close={close}
        />
      ) : null}
    </div>
  );
}

const looks: Readonly<Record<Band, MarkBand>> = { excellent: '5', good: '4', satisfactory: '3', poor: '2' };
/** Of a long scale the best, and the last one. */
const mostChips = 16;

function Values({ scale: { values } }: { readonly scale: MarkScale }) {
  const { scales: words } = useWords(setUpWords);
  const offered = values.filter(({ isOffered }) => isOffered);
  const numbers = offered.filter(({ hundredths }) => hundredths !== null);
  const shown =
    numbers.length > mostChips ? [...numbers.slice(0, mostChips - 1), ...numbers.slice(-1)] : numbers;
  const signs = offered.filter(({ hundredths }) => hundredths === null);
  const old = values.filter(({ isOffered }) => !isOffered).map(({ code }) => words.signShort[code] ?? code);
  return (
    <>
      <div class="scales__values">
        {shown.map(({ code, band }, at) => (
          <span key={code} class="scales__value">
            {at === mostChips - 1 ? <span class="quiet">…</span> : null}
            <MarkChip value={code} band={band === null ? null : looks[band]} />
          </span>
        ))}
        {signs.map(({ code }) => (
          <MarkChip key={code} value={code} />
        ))}
      </div>
      {old.length === 0 ? null : <p class="quiet">{words.notOffered(old.join(', '))}</p>}
    </>
  );
}

const newScale = (): MarkScale => ({
  id: newId(),
  version: 0,
  name: '',
  isUsual: false,
  isRetired: false,
  pages: 0,
  values: template('ten'),
});
