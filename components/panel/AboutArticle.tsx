import { Fragment, useId, type ReactNode } from 'react';
import type { Article, FieldRule } from '../../lib/model';
import { foundByWords } from '../../lib/words/foundBy';
import { useLanguage, useWords } from '../words';

/** What the page says of itself, each field with where it was found; a date that contradicts is told. Below: `children`. */
export function AboutArticle({ article, children }: { readonly article: Article; readonly children: ReactNode }) {
  const { panel: words, punctuation } = useWords();
  const language = useLanguage();
  const { title, subtitle, publishedAt, source, authors, editor, foundBy } = article;
  const id = useId();
  return (
    <section className="panel-article" aria-labelledby={id}>
      <h2 id={id} lang={title === null ? undefined : 'zh-CN'}>
        {title ?? words.untitled}
      </h2>
      {subtitle !== null && (
        <p className="soft" lang="zh-CN">
          {subtitle}
        </p>
      )}
      <dl>
        <Field name={words.date} value={publishedAt} rule={foundBy.publishedAt} />
        <Field name={words.source} value={source} rule={foundBy.source} lang="zh-CN" />
        {authors.length > 0 && (
          <Field
            name={words.authors}
            value={authors.map(({ name, role }, index) => (
              <Fragment key={name}>
                {index > 0 && punctuation.items}
                <span lang="zh-CN">{name}</span>
                {role !== null && punctuation.bracket(words.role(role))}
              </Fragment>
            ))}
            rule={foundBy.authors}
          />
        )}
        <Stated name={words.editor} value={editor} rule={foundBy.editor} lang="zh-CN" />
        <Stated
          name={words.page}
          value={article.pageNumber && words.pageValue(article.pageNumber)}
          rule={foundBy.pageNumber}
        />
        <Stated name={words.issuingBody} value={article.issuingBody} rule={foundBy.issuingBody} lang="zh-CN" />
        <Stated name={words.documentNumber} value={article.documentNumber} rule={foundBy.documentNumber} lang="zh-CN" />
      </dl>
      {article.otherDates.map(({ day, by }) => (
        <p key={day} className="soft">
          {words.otherDate(day, foundByWords(by, language))}
        </p>
      ))}
      {article.pageOf !== null && <p className="soft">{words.notFirstPage}</p>}
      {children}
    </section>
  );
}

interface FieldProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly rule: FieldRule | null;
  /** The language of the value, where it is not that of the interface. */
  readonly lang?: string;
}

/** A field that is shown where the page has it. */
function Stated(props: FieldProps) {
  return props.value === null ? null : <Field {...props} />;
}

function Field({ name, value, rule, lang }: FieldProps) {
  const words = useWords().panel;
  const language = useLanguage();
  const foundBy = rule === null ? null : foundByWords(rule, language);
  return (
    <div>
      <dt>{name}</dt>
      <dd title={foundBy ?? undefined}>
        {value === null ? words.unknownField : <span lang={lang}>{value}</span>}
        {foundBy !== null && <span className="visually-hidden"> {foundBy}</span>}
      </dd>
    </div>
  );
}
