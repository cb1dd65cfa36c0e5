import { useEffect, useState } from 'react';
import type { LogFacts, ReadingLogProps } from '../../components/settings/ReadingLog';
import type { Day } from '../../lib/model';
import { report } from '../../lib/report';
import { openDatabase } from '../../lib/store/database';
import { countReadings, eraseReadings } from '../../lib/store/readings';
import { localDay } from '../../lib/text/dates';
import { sightingsChannel } from '../pages/sightingsChannel';

/** What is in the log of reading, live, and how to erase of it. */
export function useReadingLog(): Pick<ReadingLogProps, 'log' | 'erased' | 'onErase'> {
  const [log, setLog] = useState<LogFacts | null>(null);
  const [erased, setErased] = useState<number | null>(null);
  useEffect(() => {
    let isMeant = true;
    const read = async () => {
      const facts = await factsNow();
      if (isMeant) setLog(facts);
    };
    const again = () => void read().catch((error: unknown) => report('reading the log', error));
    const channel = sightingsChannel(again);
    again();
    return () => {
      isMeant = false;
      channel.close();
    };
  }, []);
  const erase: ReadingLogProps['onErase'] = ({ site, from, to }) => {
    const act = async () => {
      const database = await openDatabase();
      setErased(await eraseReadings(database, { site, from: from && midnight(from, 0), to: to && midnight(to, 1) }));
      database.close();
      const channel = sightingsChannel();
      channel.tell('readings');
      channel.close();
    };
    act().catch((error: unknown) => report('erasing the log', error));
  };
  return { log, erased, onErase: erase };
}

async function factsNow(): Promise<LogFacts> {
  const database = await openDatabase();
  const { all, sites, first, last } = await countReadings(database);
  database.close();
  return { all, sites, first: dayOf(first), last: dayOf(last) };
}

function dayOf(moment: number | null): Day | null {
  return moment === null ? null : localDay(new Date(moment));
}

/** When a day begins where the reader is, or the one so many days after it. */
function midnight(day: Day, after: number): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + after).getTime();
}
