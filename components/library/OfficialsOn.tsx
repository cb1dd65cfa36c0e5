import type { PartialDate } from '../../lib/model';
import type { OfficialOn, Standing } from '../../lib/reference/officialsOn';
import { NO_PLACE, placesOf } from '../../lib/search/filters';
import { officeWords } from '../../lib/words/office';
import { useLanguage, useWords } from '../words';
import { Choice } from './Choice';
import { nameOfPlace } from '../../lib/words/places';
import { hrefOf } from './route';

interface OfficialsOnProps {
  /** As written by the reader. */
  readonly on: string;
  /** The date written, when it is one. */
  readonly day: PartialDate | null;
  readonly place: string | null;
  readonly officials: readonly OfficialOn[];
  readonly places: readonly string[];
  /** Days that a document of the reference has: a way in. */
  readonly days: readonly PartialDate[];
  readonly onAsk: (on: string, place: string | null) => void;
}

const STANDINGS: readonly Standing[] = ['shown', 'near', 'unknown'];

/** Who held what on a day, as far as the documents show it. */
export function OfficialsOn({ on, day, place, officials, places, days, onAsk }: OfficialsOnProps) {
  const words = useWords().library;
  const language = useLanguage();
  const here = officials.filter(({ official }) => place === null || placesOf(official).includes(place));
  return (
    <>
      <h1>{words.officials}</h1>
      <search className="library-search">
        <label className="library-choice">
          <span className="soft">{words.day}</span>
          <input
            type="text"
            inputMode="numeric"
            placeholder="2023-05-25"
            value={on}
            aria-invalid={on !== '' && day === null}
            aria-describedby="day-hint"
            onChange={(event) => onAsk(event.target.value, place)}
          />
        </label>
        <Choice
          label={words.place}
          value={place}
          choices={places.map((each) => [each, each === NO_PLACE ? words.noPlace : nameOfPlace(each, language)])}
          onChoose={(chosen) => onAsk(on, chosen)}
        />
      </search>
      <p className="soft" id="day-hint" role="status">
        {on !== '' && day === null ? words.notADay(on) : words.dayHint}
      </p>
      {day === null ? (
        <>
          <h2>{words.daysOfDocuments}</h2>
          <ul className="card-chips">
            {days.map((each) => (
              <li key={each}>
                <a href={hrefOf({ view: 'officials', on: each, place })}>{each}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        STANDINGS.map((standing) => (
          <Group key={standing} standing={standing} officials={here.filter((each) => each.standing === standing)} />
        ))
      )}
    </>
  );
}

function Group({ standing, officials }: { readonly standing: Standing; readonly officials: readonly OfficialOn[] }) {
  const { library: words, card } = useWords();
  const { inferredDate } = card;
  const language = useLanguage();
  if (officials.length === 0) return null;
  return (
    <section>
      <h2>
        {words.standings[standing]} <span className="soft">{officials.length}</span>
      </h2>
      <table className="library-table">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.office}</th>
            <th scope="col">{words.basis}</th>
          </tr>
        </thead>
        <tbody>
          {officials.map(({ official, answer, isInferred }) => {
            const { held, english, place, basis } = officeWords(answer, language);
            return (
              <tr key={official.id}>
                <th scope="row">
                  <a href={hrefOf({ view: 'entry', id: official.id })} lang="zh-CN">
                    {official.names.zh}
                  </a>{' '}
                  <span className="soft">{official.names.pinyin}</span>
                </th>
                <td>
                  {held !== null && (
                    <>
                      <span lang="zh-CN">{held}</span>
                      {place !== null && (
                        <span className="soft" lang="zh-CN">
                          {' '}
                          {place}
                        </span>
                      )}
                      {english !== null && <div className="soft">{english}</div>}
                    </>
                  )}
                </td>
                <td className="soft">
                  {basis}
                  {isInferred && ` · ${inferredDate}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
