import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readArticle } from '../../lib/article/read';
import { setReader } from '../../lib/article/reader';

/** Brought into a page when somebody looks at it (panel, popup): authors, editor, page and the like. */
export default defineUnlistedScript(() => setReader(readArticle));
