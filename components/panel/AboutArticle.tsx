import { Fragment, useId, useState, type ReactNode } from 'react';
import type { PageRecord } from '../../lib/identity/pageRecord';
import type { Article, ArticleCorrection, Fact, StoreFailureReason } from '../../lib/model';
import { foundByWords } from '../../lib/words/foundBy';
import { useLanguage, useWords } from '../words';
import { Correction } from './Correction';
import { CorrectionForm } from './CorrectionForm';
import { FoundBy } from './FoundBy';
import { SavedText } from './SavedText';

interface AboutArticleProps {
  /** As the page has it, with the reader's corrections. */
  readonly article: Article;
  /** What is kept of it; null while unknown or where nothing is. */
  readonly record: PageRecord | null;
  /** Why the store did not do what was asked last. */
  readonly failure: StoreFailureReason | null;
  /** Resolves with whether it was done. */
  readonly onCorrect: (correction: ArticleCorrection) => Promise<boolean>;
  readonly onUncorrect: (fact: Fact) => void;
  readonly onSave: () => void;
  /** What else can be done with it. */
  readonly children: ReactNode;
}

/** What the page says of itself and the reader corrects, each field with where it was found; how its text was saved. */
export function AboutArticle({
  article,
  record,
  failure,
  onCorrect,
  onUncorrect,
  onSave,
  children,
}: AboutArticleProps) {
  const words = useWords();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { title, subtitle } = article;
  const saved = record?.article ?? null;
  const corrected = (fact: Fact) => <Correction fact={fact} saved={saved} onUndo={() => onUncorrect(fact)} />;
  return (
    <section className="panel-article" aria-labelledby={id}>
      <h2 id={id} lang={title === null ? undefined : 'zh-CN'}>
        {title ?? words.panel.untitled}
      </h2>
      {corrected('title')}
      {subtitle !== null && (
        <p className="soft" lang="zh-CN">
          {subtitle}
        </p>
      )}
      {corrected('subtitle')}
      {isOpen ? (
        <CorrectionForm
          article={article}
          onSave={(correction) => void onCorrect(correction).then((isDone) => isDone && setIsOpen(false))}
          onClose={() => setIsOpen(false)}
        />
      ) : (
        <Fields article={article} saved={saved} onUncorrect={onUncorrect} />
      )}
      {article.otherDates.map(({ day, by }) => (
        <p key={day} className="soft">
          {words.panel.otherDate(day, foundByWords(by, language))}
        </p>
      ))}
      {article.pageOf !== null && <p className="soft">{words.panel.notFirstPage}</p>}
      {failure !== null && <p role="alert">{words.notes.failures[failure]}</p>}
      <SavedText record={record} edits="listed" onSave={onSave} onCorrect={isOpen ? null : () => setIsOpen(true)} />
      {children}
    </section>
  );
}

interface FieldsProps extends Pick<AboutArticleProps, 'article' | 'onUncorrect'> {
  readonly saved: PageRecord['article'];
}

function Fields({ article, saved, onUncorrect }: FieldsProps) {
  const { panel: words, article: names, punctuation } = useWords();
  const { publishedAt, source, authors, editor, pageNumber, site, issuingBody, documentNumber } = article;
  const field = (fact: Fact, name: string, value: ReactNode, lang?: string) => (
    <Field key={fact} name={name} value={value} lang={lang}>
      {saved?.corrected.includes(fact) ? (
        <Correction fact={fact} saved={saved} onUndo={() => onUncorrect(fact)} />
      ) : (
        <FoundBy rule={article.foundBy[fact]} />
      )}
    </Field>
  );
  /** A field that is shown where the page has it, or the reader took it away. */
  const stated = (fact: Fact, name: string, value: ReactNode, lang?: string) =>
    value !== null || saved?.corrected.includes(fact) ? field(fact, name, value, lang) : null;
  const named = authors.map(({ name, role }, index) => (
    <Fragment key={name}>
      {index > 0 && punctuation.items}
      <span lang="zh-CN">{name}</span>
      {role !== null && punctuation.bracket(words.role(role))}
    </Fragment>
  ));
  return (
    <dl>
      {field('publishedAt', words.date, publishedAt)}
      {field('source', words.source, source, 'zh-CN')}
      {stated('authors', words.authors, named.length === 0 ? null : named)}
      {stated('editor', words.editor, editor, 'zh-CN')}
      {stated('pageNumber', words.page, pageNumber && words.pageValue(pageNumber))}
      {saved?.corrected.includes('site') && field('site', names.fields.site, site, 'zh-CN')}
      {stated('issuingBody', words.issuingBody, issuingBody, 'zh-CN')}
      {stated('documentNumber', words.documentNumber, documentNumber, 'zh-CN')}
    </dl>
  );
}

interface FieldProps {
  readonly name: string;
  readonly value: ReactNode;
  /** The language of the value, where it is not that of the interface. */
  readonly lang: string | undefined;
  readonly children: ReactNode;
}

function Field({ name, value, lang, children }: FieldProps) {
  const words = useWords().panel;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null ? words.unknownField : <span lang={lang}>{value}</span>} {children}
      </dd>
    </div>
  );
}
