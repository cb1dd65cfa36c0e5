/**
 * What is cited, in the terms of CSL-JSON (github.com/citation-style-language/schema), as far as GB/T 7714 asks for it.
 * A field that is not known is left out.
 */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly URL?: string | undefined;
  readonly DOI?: string | undefined;
  readonly issued?: CslDate | undefined;
  readonly accessed?: CslDate | undefined;
  readonly note?: string | undefined;
  readonly abstract?: string | undefined;
  readonly keyword?: string | undefined;
  readonly ISBN?: string | undefined;
  readonly ISSN?: string | undefined;
  readonly author?: readonly CslName[] | undefined;
  readonly composer?: readonly CslName[] | undefined;
  readonly illustrator?: readonly CslName[] | undefined;
  readonly director?: readonly CslName[] | undefined;
  readonly host?: readonly CslName[] | undefined;
  readonly editor?: readonly CslName[] | undefined;
  readonly 'editorial-director'?: readonly CslName[] | undefined;
  readonly compiler?: readonly CslName[] | undefined;
  readonly 'collection-editor'?: readonly CslName[] | undefined;
  readonly 'container-author'?: readonly CslName[] | undefined;
  readonly translator?: readonly CslName[] | undefined;
  readonly 'container-title'?: string | undefined;
  readonly 'volume-title'?: string | undefined;
  readonly 'event-title'?: string | undefined;
  readonly publisher?: string | undefined;
  readonly 'publisher-place'?: string | undefined;
  readonly archive?: string | undefined;
  readonly 'archive-place'?: string | undefined;
  readonly archive_location?: string | undefined;
  readonly 'call-number'?: string | undefined;
  readonly genre?: string | undefined;
  readonly medium?: string | undefined;
  readonly number?: CslNumber | undefined;
  readonly page?: CslNumber | undefined;
  readonly volume?: CslNumber | undefined;
  readonly issue?: CslNumber | undefined;
  readonly edition?: CslNumber | undefined;
  readonly version?: CslNumber | undefined;
}

export type CslNumber = string | number;

/** A person in two parts, or an organisation (or a person whose name is not taken apart) in one. */
export interface CslName {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly suffix?: string | undefined;
  readonly 'non-dropping-particle'?: string | undefined;
  readonly 'dropping-particle'?: string | undefined;
  readonly literal?: string | undefined;
}

/** One date or the two ends of a range, each as exact as known: year, month, day. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly CslNumber[])[] | undefined;
  readonly literal?: string | undefined;
  readonly raw?: string | undefined;
  readonly season?: CslNumber | undefined;
  readonly circa?: boolean | CslNumber | undefined;
}
