import type { ComponentChildren } from 'preact';

type PageHeaderProps = {
  readonly title: string;
  /** «I полугодие · Кузнецова М. В. · 35 учеников», with the state of saving. */
  readonly context?: ComponentChildren;
  /** `SegmentedTabs`, one secondary and one primary button. */
  readonly children?: ComponentChildren;
};

/** The head of a page of the staff area. */
export function PageHeader({ title, context, children }: PageHeaderProps) {
  return (
    <header class="page-header">
      <div class="page-header__text">
        <h1>{title}</h1>
        {context ? <p class="quiet">{context}</p> : null}
      </div>
      {children ? <div class="page-header__acts no-print">{children}</div> : null}
    </header>
  );
}
